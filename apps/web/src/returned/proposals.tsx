import type { Decision, ProposalAnswer, ReturnedAnswer } from "@parley/process/returned";
import { useId } from "react";
import { count, Day, Party, Sentence } from "../words.tsx";

type Decisions = Readonly<Record<string, Decision>>;
type Decide = (of: readonly ProposalAnswer[], decision: Decision) => void;

const choices: readonly (readonly [Decision, string])[] = [
  ["bracket", "Bracket"],
  ["accept", "Accept"],
  ["leave-out", "Leave out"],
];

/** What was changed without tracking first, then the proposals of each party. */
export function Proposals(props: {
  readonly answer: ReturnedAnswer;
  readonly decisions: Decisions;
  readonly decide: Decide;
}) {
  const { answer, decisions, decide } = props;
  return (
    <>
      {answer.untracked.length === 0 ? null : (
        <Group
          title={<span className="tone-blocked status">Changed without tracking</span>}
          name="what changed without tracking"
          proposals={answer.untracked}
          decisions={decisions}
          decide={decide}
        />
      )}
      {[...byHand(answer.proposals)].map(([whose, proposals]) => {
        const [first] = proposals;
        const party = first?.by ?? null;
        return (
          <Group
            key={whose}
            title={party === null ? whose : <Party id={party} />}
            name={whose}
            proposals={proposals}
            decisions={decisions}
            decide={decide}
          />
        );
      })}
    </>
  );
}

function byHand(proposals: readonly ProposalAnswer[]): Map<string, ProposalAnswer[]> {
  const hands = new Map<string, ProposalAnswer[]>();
  for (const proposal of proposals) {
    const whose = proposal.by ?? proposal.names.join(", ");
    hands.set(whose, [...(hands.get(whose) ?? []), proposal]);
  }
  return hands;
}

function Group(props: {
  readonly title: React.ReactNode;
  readonly name: string;
  readonly proposals: readonly ProposalAnswer[];
  readonly decisions: Decisions;
  readonly decide: Decide;
}) {
  const { proposals, decisions, decide } = props;
  return (
    <section className="hand">
      <h3>
        {props.title} <span className="byline">{count(proposals.length, "proposal")}</span>
      </h3>
      <p className="all-of">
        All of these:{" "}
        {choices.map(([decision, words]) => (
          <button key={decision} type="button" className="link" onClick={() => decide(proposals, decision)}>
            {words.toLowerCase()}
            <span className="for-ear"> all of {props.name}</span>
          </button>
        ))}
      </p>
      <ol className="plain">
        {proposals.map((proposal) => (
          <Proposal
            key={proposal.id}
            proposal={proposal}
            decision={decisions[proposal.id] ?? "bracket"}
            decide={(decision) => decide([proposal], decision)}
          />
        ))}
      </ol>
    </section>
  );
}

function Proposal(props: {
  readonly proposal: ProposalAnswer;
  readonly decision: Decision;
  readonly decide: (decision: Decision) => void;
}) {
  const { proposal, decision } = props;
  const group = useId();
  return (
    <li className="proposal" data-stop tabIndex={-1}>
      <div>
        <p className="change-said">
          <Sentence text={proposal.text} />
          {proposal.date === null ? null : (
            <>
              {" "}
              <Day date={proposal.date.slice(0, 10)} />
            </>
          )}
        </p>
        <p className="words" dir="auto">
          <span className="around">{proposal.around.before}</span>
          {proposal.before === "" ? null : (
            <del>
              <span className="for-ear" dir="ltr">
                {" "}
                removed:{" "}
              </span>
              {proposal.before}
            </del>
          )}
          {proposal.after === "" ? null : (
            <ins>
              <span className="for-ear" dir="ltr">
                {" "}
                added:{" "}
              </span>
              {proposal.after}
            </ins>
          )}
          <span className="around">{proposal.around.after}</span>
        </p>
      </div>
      <fieldset className="decision">
        <legend className="for-ear">What becomes of it</legend>
        {choices.map(([value, words]) => (
          <label key={value}>
            <input
              type="radio"
              name={group}
              value={value}
              checked={decision === value}
              onChange={() => props.decide(value)}
            />
            {words}
          </label>
        ))}
      </fieldset>
    </li>
  );
}
