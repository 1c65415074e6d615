/**
 * Why a chain action failed, in plain words: custom errors of our contracts by name (namespace "errors"), what the
 * wallet said, what the node said. The namespace must be loaded: `useTranslation("errors")` in the screen that calls it.
 */
import { decodeRevert } from "@cybermiles/contracts/errors";
import { BaseError, InsufficientFundsError } from "viem";
import { ApiError } from "../api/http.ts";
import { errorText } from "../components/QueryStates.tsx";
import { shortAddress } from "../format/address.ts";
import { formatAmount } from "../format/money.ts";
import { formatAbsolute } from "../format/time.ts";
import { preferencesStore } from "../preferences.ts";

/** @param translate i18next's `t` of any namespace; keys are given in full. */
export function explainError(error: unknown, translate: unknown): string {
  const say = translate as (key: string, values?: Record<string, unknown>) => string;
  if (isRejection(error)) return say("errors:wallet.declined");
  if (error instanceof ApiError) return errorText(error, say);
  const revert = decodeRevert(error) ?? decodeRevert(error instanceof Error ? error.cause : undefined);
  if (revert) {
    const known = say(`errors:contract.${revert.name}`, { ...readable(revert.args), defaultValue: "" });
    return known || revert.text;
  }
  if (error instanceof BaseError) {
    if (error.walk((cause) => cause instanceof InsufficientFundsError)) return say("errors:wallet.noFunds");
    if (/insufficient funds/i.test(error.message)) return say("errors:wallet.noFunds");
    return error.details || error.shortMessage;
  }
  return error instanceof Error ? error.message : String(error);
}

export function isRejection(error: unknown): boolean {
  for (let at = error; at instanceof Error || isObject(at); at = (at as { cause?: unknown }).cause) {
    if ((at as { code?: unknown }).code === 4001) return true;
  }
  return false;
}

/** Error arguments as a person reads them: seconds as dates, amounts in whole units, addresses short. */
function readable(args: Readonly<Record<string, unknown>>): Record<string, string> {
  const { language } = preferencesStore.get();
  const text = (name: string, value: unknown): string => {
    const isNumber = typeof value === "bigint" || typeof value === "number";
    if (isNumber && /AtSec$|deadlineSec|beforeSec|nowSec|latestSec/i.test(name)) {
      return formatAbsolute(Number(value), language);
    }
    if (
      isNumber &&
      /amount|expected|received|discount|wanted|price|balance|max$/i.test(name) &&
      BigInt(value) > 10n ** 9n
    ) {
      return formatAmount(BigInt(value), 18, language);
    }
    if (typeof value === "string" && /^0x[0-9a-fA-F]{40}$/.test(value)) return shortAddress(value);
    return String(value);
  };
  return Object.fromEntries(Object.entries(args).map(([name, value]) => [name, text(name, value)]));
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
