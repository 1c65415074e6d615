/** The page for a link to no invoice. */
import { html } from "../http/html.ts";
import type { Language } from "./messages.ts";

const WORDS: Record<Language, { title: string; detail: string }> = {
  en: { title: "There is no such invoice", detail: "Check the link, or ask the shop for a new one." },
  zh: { title: "没有此账单", detail: "请检查链接，或向商家索取新链接。" },
  ko: { title: "해당 청구서가 없습니다", detail: "링크를 확인하거나 상점에 새 링크를 요청하세요." },
};

export function missingPage(language: Language, assets: { css: string; icon: string }): string {
  const { title, detail } = WORDS[language];
  return html`<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title><link rel="icon" href="../${assets.icon}"><link rel="stylesheet" href="../${assets.css}"></head>
<body data-stage="expired"><main class="sheet single"><section class="panel">
<div class="status" data-tone="warn"><span class="mark" aria-hidden="true"></span><div><h2>${title}</h2><p>${detail}</p></div></div>
</section></main></body>
</html>`.text;
}
