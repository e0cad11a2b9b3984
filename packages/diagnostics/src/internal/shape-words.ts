import type { z } from "zod";

/**
 * What is wrong with a value, for whoever wrote the file and not for a compiler. What a schema says in words of its own
 * is kept; only the validator's ready-made sentences are told anew.
 */
export function shapeWords(issue: z.core.$ZodIssue, value: unknown): string {
  const own = issue.message.charAt(0).toLowerCase() + issue.message.slice(1);
  if (!/^(?:invalid|too|unrecognized)\b/u.test(own)) return own;
  switch (issue.code) {
    case "invalid_type":
      if (value === undefined) return "this key is missing, and it is needed";
      if (value === null) return `nothing stands here, and it should be ${neededWords(issue.expected)}`;
      return `this should be ${neededWords(issue.expected)} and is ${foundWords(value)}`;
    case "unrecognized_keys":
      return `no key ${issue.keys.map((key) => `“${key}”`).join(", ")} is known here`;
    case "invalid_value":
      if (value === undefined) return "this key is missing, and it is needed";
      return `write ${issue.values.length === 1 ? "" : "one of "}${issue.values.map((each) => `“${String(each)}”`).join(", ")}`;
    case "too_small":
      if (issue.origin === "array" || issue.origin === "string") return "this is empty";
      return `this should be at least ${issue.minimum}`;
    case "too_big":
      return `this should be at most ${issue.maximum}`;
    case "invalid_key":
      return "this is not a name that may stand here";
    case "invalid_format":
      return "this is not written in the form that is read here";
    default:
      return own;
  }
}

function neededWords(expected: string): string {
  switch (expected) {
    case "string":
      return "words";
    case "int":
      return "a whole number";
    case "number":
      return "a number";
    case "boolean":
      return "true or false";
    case "array":
      return "a list";
    default:
      return "keys with values";
  }
}

function foundWords(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  if (typeof value === "number") return "a number";
  if (typeof value === "boolean") return String(value);
  return typeof value === "string" ? "words" : "keys with values";
}
