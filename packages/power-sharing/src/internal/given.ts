import type { ApportionmentCertificate } from "../apportionment-certificate.ts";
import type { Tied } from "./tie.ts";

/** Seats beyond doubt, and those with equal claims to the rest (none of them when everything is settled). */
export interface Given {
  readonly seats: readonly number[];
  readonly tied: readonly Tied[];
  readonly seatsLeft: number;
  readonly certificate: ApportionmentCertificate;
}
