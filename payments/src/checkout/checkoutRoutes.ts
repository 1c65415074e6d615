/** GET /i/:id, the hosted page, and its assets: few, small, made once at the start, cached for ever by their hash. */
import { Router } from "express";
import type { Gateway } from "../gateway.ts";
import { ApiError } from "../http/apiError.ts";
import { loadInvoice } from "../invoices/invoiceRecord.ts";
import { showPublicInvoice } from "../invoices/showInvoice.ts";
import { buildAssets } from "./buildAssets.ts";
import { checkoutPage } from "./checkoutPage.ts";
import { chooseLanguage, messagesOf } from "./messages.ts";
import { missingPage } from "./missingPage.ts";

export function checkoutRoutes(gateway: Gateway): { pages: Router; assets: Router } {
  const built = buildAssets();
  const pages = Router();
  pages.get("/i/:id", async (req, res) => {
    const { id } = req.params;
    const asked = typeof req.query.lang === "string" ? req.query.lang : undefined;
    const language = chooseLanguage(asked, req.get("accept-language"));
    const record = /^inv_[0-9a-z]{30}$/.test(id) ? await loadInvoice(gateway.store.db, id) : undefined;
    res.set({ "cache-control": "no-store", vary: "accept-language" }).type("html");
    if (record === undefined) {
      res.status(404).send(missingPage(language, built.urls));
      return;
    }
    const { marketplaceUrl } = gateway.config;
    res.send(
      checkoutPage({
        invoice: showPublicInvoice(record, gateway.head(), gateway.publicUrl()),
        language,
        messages: messagesOf(language),
        nowSec: gateway.nowSec(),
        walletUrl: `${marketplaceUrl}/pay/${record.id}`,
        rpcUrl: `${marketplaceUrl}/rpc`,
        chainId: gateway.chain.deployment.chainId,
        assets: built.urls,
      }),
    );
  });
  const assets = Router();
  assets.get("/:name", (req, res) => {
    const file = built.files.get(req.params.name);
    if (file === undefined) throw new ApiError("not_found", "No such asset");
    res.set("cache-control", file.immutable ? "public, max-age=31536000, immutable" : "public, max-age=300");
    res.type(file.type).send(file.content);
  });
  return { pages, assets };
}
