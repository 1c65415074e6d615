// Headless Chromium for browser tests: the one that the npm package ships, so nothing has to be installed.
// `CHROMIUM_PATH` names another binary. Where neither starts, tests skip with the reason.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import chromium from "@sparticuz/chromium";
import { type Browser, type BrowserContext, chromium as playwright } from "playwright-core";

const QUIET_FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** The package's own flags run everything in one process, where the profiles of two people mix; ours do not. */
export async function launchBrowser(): Promise<Browser> {
  return playwright.launch({
    executablePath: process.env.CHROMIUM_PATH ?? (await chromium.executablePath()),
    args: QUIET_FLAGS,
    headless: true,
  });
}

export interface PersonOptions {
  readonly colorScheme?: "light" | "dark";
  readonly phone?: boolean;
  readonly locale?: string;
}

/** A person with a browser profile of his own: separate storage, wallet and cookies. */
export function newPerson(browser: Browser, options: PersonOptions = {}): Promise<BrowserContext> {
  return browser.newContext({
    viewport: options.phone ? { width: 360, height: 780 } : { width: 1280, height: 860 },
    colorScheme: options.colorScheme ?? "light",
    locale: options.locale ?? "en-US",
    reducedMotion: "reduce",
  });
}

const OUTPUT = join(import.meta.dirname, "..", ".output", "screenshots");

/** Where a screenshot of that name goes; the folder is ignored by git. */
export function screenshotPath(name: string): string {
  mkdirSync(OUTPUT, { recursive: true });
  return join(OUTPUT, `${name}.png`);
}
