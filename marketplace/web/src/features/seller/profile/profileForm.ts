/** The shop's public profile as a form, and the document it becomes. Faults are keys of the seller's texts. */
import type { MerchantDocument } from "../../../../../src/api/schema/contents.ts";

export interface ProfileForm {
  name: string;
  about: string;
  country: string | null;
  /** 64 hex digits of an uploaded picture */
  picture: string | null;
}

export type ProfileFault = "nameShort" | "countryMissing";

export function validateProfile(form: ProfileForm): Partial<Record<keyof ProfileForm, ProfileFault>> {
  const faults: Partial<Record<keyof ProfileForm, ProfileFault>> = {};
  if (form.name.trim().length < 2) faults.name = "nameShort";
  if (!form.country) faults.country = "countryMissing";
  return faults;
}

export function toMerchantDocument(form: ProfileForm): MerchantDocument {
  return {
    kind: "merchant",
    name: form.name.trim(),
    about: form.about.trim(),
    country: form.country ?? "",
    ...(form.picture ? { picture: form.picture } : {}),
  };
}
