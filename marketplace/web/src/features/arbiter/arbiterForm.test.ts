import assert from "node:assert/strict";
import { test } from "node:test";
import { arbiterDocumentSchema } from "../../../../src/api/schema/contents.ts";
import { feeBpsOf, toArbiterDocument, validateArbiter } from "./arbiterForm.ts";

const form = { name: "Fair & Swift", about: "", languages: ["en", "ko"], feePercent: 2.5 };

test("a good form makes a document the API accepts", () => {
  assert.deepEqual(validateArbiter(form), {});
  assert.deepEqual(arbiterDocumentSchema.parse(toArbiterDocument(form)), toArbiterDocument(form));
  assert.equal(feeBpsOf({ ...form, feePercent: 0.29 }), 29);
});

test("faults name their field", () => {
  assert.deepEqual(validateArbiter({ name: " x ", about: "", languages: [], feePercent: "" }), {
    name: "nameShort",
    languages: "languagesMissing",
    feePercent: "badFee",
  });
  assert.equal(validateArbiter({ ...form, feePercent: 10.01 }).feePercent, "badFee");
});
