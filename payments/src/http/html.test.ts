import assert from "node:assert/strict";
import { test } from "node:test";
import { html } from "./html.ts";

test("values are escaped, nested HTML is not, nothing is nothing", () => {
  const inner = html`<b>${"<script>"}</b>`;
  assert.equal(
    html`<p title="${`"'&`}">${inner}${null}${[1, inner]}</p>`.text,
    '<p title="&quot;&#39;&amp;"><b>&lt;script&gt;</b>1<b>&lt;script&gt;</b></p>',
  );
});
