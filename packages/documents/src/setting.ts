/** How a paper is set: for reading at length, or closely, so that a brief stays on few pages. */
export interface Setting {
  readonly dense?: boolean | undefined;
}
