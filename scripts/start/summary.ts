// What a newcomer reads once everything runs: where to click, and the demo buyers whose keys are public on purpose.
import { bytesToHex } from "viem";
import { demoBuyers } from "./demoBuyers.ts";
import { serviceUrls } from "./services.ts";
import type { Settings } from "./settings.ts";

export function summaryOf(settings: Settings, seconds: number): string {
  const urls = serviceUrls(settings);
  const buyers = demoBuyers.map((account, i) => {
    const { privateKey } = account.getHdKey();
    return `    buyer ${i + 1}  ${account.address}  ${privateKey === null ? "" : bytesToHex(privateKey)}`;
  });
  return `
  CyberMiles runs (ready in ${seconds.toFixed(1)} s)

    shop, seller centre, explorer, wallet   ${urls.marketplace}
    payment gateway API and its reference   ${urls.payments}/docs
    JSON-RPC (HTTP and WebSocket)           ${urls.rpc}
    data                                    ${settings.dataDir}

  Demo buyers, funded with test CMT. Their keys are well known: never send real money there.
${buyers.join("\n")}

  Ctrl-C stops everything.

`;
}
