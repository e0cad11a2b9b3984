import type { ChangeAnswer, PieceAnswer } from "@parley/process";
import { usePartyName } from "../words.tsx";

/** A comparison word by word: what was added underlined, what was removed struck through, and both told to the ear. */
export function ComparedWords({ words }: { readonly words: ChangeAnswer["words"] }) {
  return words.map((word, at) => {
    // biome-ignore-start lint/suspicious/noArrayIndexKey: the words of a comparison have no name but their place
    if (word.kind === "added") {
      return (
        <ins key={at}>
          <span className="for-ear"> added: </span>
          {word.text}
          <span className="for-ear"> end of added words </span>
        </ins>
      );
    }
    if (word.kind === "removed") {
      return (
        <del key={at}>
          <span className="for-ear"> removed: </span>
          {word.text}
          <span className="for-ear"> end of removed words </span>
        </del>
      );
    }
    return <span key={at}>{word.text}</span>;
    // biome-ignore-end lint/suspicious/noArrayIndexKey: the words of a comparison have no name but their place
  });
}

/** Words of a provision, its brackets as they stand at the table. */
export function Pieces({ pieces }: { readonly pieces: readonly PieceAnswer[] }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a provision have no name but their place
  return pieces.map((piece, at) => <Piece key={at} piece={piece} />);
}

function Piece({ piece }: { readonly piece: PieceAnswer }) {
  switch (piece.kind) {
    case "words":
      return piece.emphasis === "none" ? (
        piece.text
      ) : piece.emphasis === "strong" ? (
        <strong>{piece.text}</strong>
      ) : (
        <em>{piece.text}</em>
      );
    case "ambiguity":
      return (
        <span className="ambiguity" title="Marked as intended ambiguity">
          {piece.text}
        </span>
      );
    case "reference":
      return <a href={`#${piece.target.split("#").at(-1) ?? ""}`}>{piece.text}</a>;
    case "footnote-mark":
      return <sup>{piece.text}</sup>;
    case "break":
      return <br />;
    case "bracket":
      return <Bracket bracket={piece} />;
  }
}

/** Words not agreed, as they stand at the table: square brackets, alternatives between bars, a blank as a box. */
function Bracket({ bracket }: { readonly bracket: Extract<PieceAnswer, { kind: "bracket" }> }) {
  const name = usePartyName();
  return (
    <span
      className="bracket"
      data-stop
      tabIndex={-1}
      id={`bracket-${bracket.id}`}
      title={`Open: ${bracket.id}, ${bracket.status}`}
    >
      <span className="for-ear">open bracket: </span>
      <span className="mark" aria-hidden="true">
        [
      </span>
      {bracket.blank ? (
        <span className="blank">open</span>
      ) : (
        bracket.alternatives.map((alternative, at) => (
          <span key={alternative.id} className="alternative">
            {at === 0 ? null : (
              <>
                <span className="mark" aria-hidden="true">
                  {" | "}
                </span>
                <span className="for-ear"> or: </span>
              </>
            )}
            {alternative.party === null ? null : <span className="whose">{name(alternative.party)}: </span>}
            {alternative.unworded ? (
              <span className="blank">an option without wording</span>
            ) : (
              <Pieces pieces={alternative.pieces} />
            )}
          </span>
        ))
      )}
      <span className="mark" aria-hidden="true">
        ]
      </span>
      <span className="for-ear"> end of bracket</span>
    </span>
  );
}
