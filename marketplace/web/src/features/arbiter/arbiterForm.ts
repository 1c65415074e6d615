/** An arbiter's public profile and fee as a form. Faults are keys of the arbiter's texts. */
import type { ArbiterDocument } from "../../../../src/api/schema/contents.ts";

/** ArbiterRegistry.MAX_FEE_BPS */
export const MAX_FEE_BPS = 1000;

export interface ArbiterForm {
  name: string;
  about: string;
  languages: string[];
  feePercent: number | string;
}

export type ArbiterFault = "nameShort" | "languagesMissing" | "badFee";

export function validateArbiter(form: ArbiterForm): Partial<Record<keyof ArbiterForm, ArbiterFault>> {
  const faults: Partial<Record<keyof ArbiterForm, ArbiterFault>> = {};
  if (form.name.trim().length < 2) faults.name = "nameShort";
  if (form.languages.length === 0) faults.languages = "languagesMissing";
  const bps = feeBpsOf(form);
  if (!Number.isInteger(bps) || bps < 0 || bps > MAX_FEE_BPS) faults.feePercent = "badFee";
  return faults;
}

export function feeBpsOf({ feePercent }: ArbiterForm): number {
  return typeof feePercent === "number" ? Math.round(feePercent * 100) : Number.NaN;
}

export function toArbiterDocument(form: ArbiterForm): ArbiterDocument {
  return { kind: "arbiter", name: form.name.trim(), about: form.about.trim(), languages: form.languages };
}
