// A person at the web app: what he can do, in his words. Each has a browser profile of his own (wallet, cookies).
// Waits are on what the page shows, never on time.
import type { BrowserContext, Locator, Page } from "playwright-core";

const PASSWORD = "correct horse battery";
/** A transaction is in a block in well under a second; the rest is for a busy machine. */
export const PATIENCE_MS = 45_000;

export class Person {
  readonly page: Page;
  readonly #origin: string;

  private constructor(page: Page, origin: string) {
    this.page = page;
    this.#origin = origin;
  }

  static async arrive(context: BrowserContext, origin: string): Promise<Person> {
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    return new Person(page, origin);
  }

  go(path: string): Promise<unknown> {
    return this.page.goto(`${this.#origin}${path}`);
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole("button", { name, exact: typeof name === "string" });
  }

  field(label: string | RegExp): Locator {
    return this.page.getByRole("textbox", { name: label });
  }

  sees(text: string | RegExp): Promise<void> {
    return this.page.getByText(text).first().waitFor();
  }

  dialog(): Locator {
    return this.page.getByRole("dialog").last();
  }

  /** Picks from a select with search. */
  async choose(label: string, option: string | RegExp): Promise<void> {
    const select = this.page.getByRole("combobox", { name: label }).or(this.field(label)).first();
    await select.click();
    if (typeof option === "string") await select.fill(option).catch(() => undefined);
    await this.page.getByRole("option", { name: option }).first().click();
  }

  /** Agrees to what a transaction will do and cost, after signing in where the page asks for that first. */
  async agree(action: string): Promise<void> {
    const button = this.page.getByRole("dialog").getByRole("button", { name: action, exact: true });
    await this.#approveUntil(button);
    await button.click();
  }

  /** Makes a wallet in the page, without any extension, and takes test CMT from the faucet. */
  async makeWallet(): Promise<void> {
    await this.go("/wallet");
    await this.button("Create a wallet").click();
    const dialog = this.dialog();
    await dialog.getByLabel("New password").fill(PASSWORD);
    await dialog.getByLabel("Repeat the password").fill(PASSWORD);
    await dialog.getByRole("button", { name: "Create wallet" }).click();
    await dialog.getByRole("button", { name: "Get test CMT" }).click();
    await this.sees("Test CMT received");
    await dialog.getByLabel("I wrote them down").check();
    await dialog.getByRole("button", { name: "Done" }).click();
    await dialog.waitFor({ state: "hidden" });
  }

  /** Signs in with Ethereum where the page asks for it. */
  async signIn(): Promise<void> {
    await this.button("Sign in").click();
    await this.approve();
  }

  /** Signs or unlocks what the wallet's own prompt asks, with the password where the wallet has locked itself. */
  async approve(): Promise<void> {
    const prompt = this.#prompt();
    await prompt.waitFor();
    const password = prompt.getByLabel("Wallet password");
    if (await password.isVisible()) await password.fill(PASSWORD);
    await prompt.getByRole("button", { name: /^(Sign|Unlock)$/ }).click();
    await prompt.waitFor({ state: "hidden" });
  }

  /** Approves whatever the wallet asks until the page shows `text`: the number of signatures is the page's business. */
  approveUntil(text: string | RegExp): Promise<void> {
    return this.#approveUntil(this.page.getByText(text).first());
  }

  async #approveUntil(done: Locator): Promise<void> {
    const prompt = this.#prompt();
    for (;;) {
      await done.or(prompt).first().waitFor();
      if (!(await prompt.isVisible())) return;
      await this.approve();
    }
  }

  #prompt(): Locator {
    return this.page.getByRole("dialog", { name: /^(Your wallet asks|Unlock your wallet)$/ });
  }
}
