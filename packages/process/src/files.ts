/** The files of a process folder: path inside it (with forward slashes) to bytes. */
export type ProcessFiles = ReadonlyMap<string, Uint8Array>;
