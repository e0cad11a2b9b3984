import type { TextAnswer } from "@parley/process";
import { type ComponentType, type DragEvent, useState } from "react";
import type { PanelProps } from "./panel.tsx";

/**
 * Where a file that came back is dropped. It is read in the browser and sent nowhere. What reads it is only fetched once
 * there is a file, so that the page stays light; without a script the command line does the same.
 */
export function Returned({ draft }: { readonly draft: TextAnswer["draft"] }) {
  const [file, setFile] = useState<File | null>(null);
  const [isOver, setOver] = useState(false);
  const [Panel, setPanel] = useState<ComponentType<PanelProps> | null>(null);
  const take = async (chosen: File | undefined): Promise<void> => {
    if (chosen === undefined) return;
    const { Panel: loaded } = await import("./panel.tsx");
    setPanel(() => loaded);
    setFile(chosen);
  };
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    void take(event.dataTransfer.files[0]);
  };
  return (
    <section className="came-back only-with-script" aria-label="A file that came back">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the field inside is the first */}
      <div
        className={isOver ? "drop drop-over" : "drop"}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
      >
        <label className="field">
          <span>Word or OpenDocument file that came back: drop it here or choose it</span>
          <input
            type="file"
            accept=".docx,.odt"
            onChange={(event) => {
              void take(event.currentTarget.files?.[0]);
              event.currentTarget.value = "";
            }}
          />
        </label>
      </div>
      {Panel === null || file === null ? null : (
        <Panel
          key={`${draft.id}:${file.name}:${file.lastModified}`}
          file={file}
          draft={draft}
          close={() => setFile(null)}
        />
      )}
    </section>
  );
}
