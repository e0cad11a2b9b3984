import { refuse } from "../../refusal.ts";

const utf8Names = /^(?:utf-?8|us-ascii|ascii)$/i;
const utf16Names = /^utf-?16(?:le|be)?$/i;

/**
 * The bytes of a part as UTF-8 without a byte order mark. Only UTF-8, and UTF-16 with a byte order mark, are taken; what
 * the declaration names must agree with the bytes, so that no reader can see another text than we do. Throws Refused.
 */
export function toUtf8(part: string, bytes: Uint8Array): Uint8Array {
  const [a, b, c, d] = bytes;
  if ((a === 0xff && b === 0xfe && c === 0 && d === 0) || (a === 0 && b === 0 && c === 0xfe && d === 0xff)) {
    return refuseEncoding(part, "UTF-32");
  }
  if (a === 0xff && b === 0xfe) return fromUtf16(part, bytes.subarray(2), "utf-16le");
  if (a === 0xfe && b === 0xff) return fromUtf16(part, bytes.subarray(2), "utf-16be");
  const plain = a === 0xef && b === 0xbb && c === 0xbf ? bytes.subarray(3) : bytes;
  const declared = declaredEncoding(plain);
  if (declared !== null && !utf8Names.test(declared)) return refuseEncoding(part, declared);
  return plain;
}

function fromUtf16(part: string, bytes: Uint8Array, label: "utf-16le" | "utf-16be"): Uint8Array {
  let text: string;
  try {
    text = new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return refuse("xml-broken", `The part ${part} is not proper UTF-16.`, saveAgain, part);
  }
  const utf8 = new TextEncoder().encode(text);
  const declared = declaredEncoding(utf8);
  if (declared !== null && !utf16Names.test(declared)) return refuseEncoding(part, declared);
  return utf8;
}

/** The encoding that an XML declaration names; null for none. Only the first 200 bytes can hold it. */
function declaredEncoding(bytes: Uint8Array): string | null {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 200));
  const declaration = /^<\?xml\s[^>]*?\?>/.exec(head)?.[0];
  return declaration === undefined ? null : (/\sencoding\s*=\s*["']([^"']*)["']/.exec(declaration)?.[1] ?? null);
}

function refuseEncoding(part: string, encoding: string): never {
  return refuse(
    "xml-broken",
    `The part ${part} says that it is written in ${JSON.stringify(encoding.slice(0, 40))}; UTF-8 is expected.`,
    saveAgain,
    part,
  );
}

export const saveAgain = "Open the file in Word or LibreOffice, save it under a new name and send that one.";
