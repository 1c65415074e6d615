// The languages have the same keys and the same placeholders, no text stands in code, and no key is asked for that
// does not exist. Keys with a computed part are checked by their fixed beginning.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import ts from "typescript";

const LANGUAGES = ["en", "zh", "ko"] as const;
const SRC = join(import.meta.dirname, "..");
/** Attributes whose text a person sees or hears. */
const TEXT_ATTRIBUTES = [
  "label",
  "title",
  "placeholder",
  "description",
  "aria-label",
  "alt",
  "error",
  "text",
];
/** Names and signs that are the same in every language. */
const UNTRANSLATED = /^(CMT|CyberMiles|JSON|CSV|PDF|QR|URL|API|ABI|RPC|HTTP|0x…|https?:\/\/\S*)$/;

type Texts = Map<string, string>;

function namespaces(): string[] {
  return readdirSync(join(import.meta.dirname, "en"))
    .filter((file) => file.endsWith(".json"))
    .map((file) => file.replace(/\.json$/, ""));
}

function readTexts(language: string, namespace: string): Texts {
  const texts: Texts = new Map();
  const walk = (value: unknown, path: string) => {
    if (typeof value === "string") texts.set(path, value);
    else
      for (const [key, child] of Object.entries(value as object)) walk(child, path ? `${path}.${key}` : key);
  };
  walk(JSON.parse(readFileSync(join(import.meta.dirname, language, `${namespace}.json`), "utf8")), "");
  return texts;
}

const placeholders = (text: string) => [...text.matchAll(/\{\{\s*(\w+)/g)].map((match) => match[1]).sort();

for (const namespace of namespaces()) {
  test(`${namespace}: the languages have the same keys and placeholders, none is empty`, () => {
    const english = readTexts("en", namespace);
    for (const language of LANGUAGES) {
      const texts = readTexts(language, namespace);
      assert.deepEqual([...texts.keys()].sort(), [...english.keys()].sort(), language);
      for (const [key, text] of texts) {
        assert.notEqual(text.trim(), "", `${language} ${key}`);
        assert.deepEqual(placeholders(text), placeholders(english.get(key) ?? ""), `${language} ${key}`);
      }
    }
  });
}

const sources = readdirSync(SRC, { recursive: true, encoding: "utf8" })
  .filter((file) => /\.tsx?$/.test(file) && !file.endsWith(".test.ts"))
  .map((file) => ({ file, tree: parse(file) }));

function parse(file: string): ts.SourceFile {
  const kind = file.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  return ts.createSourceFile(file, readFileSync(join(SRC, file), "utf8"), ts.ScriptTarget.Latest, true, kind);
}

function visit(node: ts.Node, look: (node: ts.Node) => void): void {
  look(node);
  ts.forEachChild(node, (child) => visit(child, look));
}

test("no text stands in code", () => {
  const found: string[] = [];
  const report = (file: string, text: string) => {
    const words = text.trim();
    if (/\p{L}{2}/u.test(words) && !UNTRANSLATED.test(words)) found.push(`${file}: ${words}`);
  };
  for (const { file, tree } of sources) {
    visit(tree, (node) => {
      if (ts.isJsxText(node)) report(file, node.text);
      if (ts.isJsxAttribute(node) && TEXT_ATTRIBUTES.includes(node.name.getText())) {
        if (node.initializer && ts.isStringLiteral(node.initializer)) report(file, node.initializer.text);
      }
    });
  }
  assert.deepEqual(found, []);
});

test("every key that code asks for exists", () => {
  const all = new Map(namespaces().map((namespace) => [namespace, readTexts("en", namespace)]));
  const missing: string[] = [];
  for (const { file, tree } of sources) {
    const used = usedNamespaces(tree);
    visit(tree, (node) => {
      if (!ts.isCallExpression(node) || node.expression.getText() !== "t") return;
      const key = keyOf(node.arguments[0]);
      if (key && !exists(key, used, all)) missing.push(`${file}: ${key.text}${key.isWhole ? "" : "…"}`);
    });
  }
  assert.deepEqual(missing, []);
});

type Key = { text: string; isWhole: boolean };

function keyOf(argument: ts.Expression | undefined): Key | null {
  if (!argument) return null;
  if (ts.isStringLiteral(argument)) return { text: argument.text, isWhole: true };
  if (ts.isTemplateExpression(argument)) return { text: argument.head.text, isWhole: false };
  return null;
}

/** Namespaces named in useTranslation anywhere in the file; "common" is always there. */
function usedNamespaces(tree: ts.SourceFile): string[] {
  const found = ["common"];
  visit(tree, (node) => {
    if (ts.isCallExpression(node) && node.expression.getText() === "useTranslation") {
      visit(node, (inner) => {
        if (ts.isStringLiteral(inner)) found.push(inner.text);
      });
    }
  });
  // Functions that are handed `t` from elsewhere: any namespace will do.
  return found.length > 1 ? found : namespaces();
}

function exists(key: Key, used: string[], all: Map<string, Texts>): boolean {
  const [first, ...rest] = key.text.split(":");
  const [candidates, path] = rest.length > 0 ? [[first ?? ""], rest.join(":")] : [used, key.text];
  return candidates.some((namespace) => {
    const keys = [...(all.get(namespace)?.keys() ?? [])];
    if (!key.isWhole) return keys.some((known) => known.startsWith(path));
    return keys.some((known) => known === path || known === `${path}_other`);
  });
}
