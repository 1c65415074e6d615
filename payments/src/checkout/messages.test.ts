import assert from "node:assert/strict";
import { test } from "node:test";
import { chooseLanguage, LANGUAGES, messagesOf } from "./messages.ts";

test("every language has every message with the same places", () => {
  const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();
  const english = messagesOf("en");
  for (const language of LANGUAGES) {
    const messages = messagesOf(language);
    assert.deepEqual(Object.keys(messages), Object.keys(english), language);
    for (const key of Object.keys(english) as (keyof typeof english)[]) {
      assert.deepEqual(places(messages[key]), places(english[key]), `${language} ${key}`);
    }
  }
});

test("?lang wins, then Accept-Language by weight, then English", () => {
  assert.equal(chooseLanguage("ko", "zh"), "ko");
  assert.equal(chooseLanguage(undefined, "fr-FR, zh-CN;q=0.8, ko;q=0.9"), "ko");
  assert.equal(chooseLanguage("xx", "fr"), "en");
  assert.equal(chooseLanguage(undefined, undefined), "en");
});
