/** The shop and the mode (live or test) that the dashboard shows. The choice outlives the visit. */
import { createContext, useContext } from "react";
import { createPersistentStore } from "../../persistentStore.ts";
import { gatewayOf } from "./gatewayApi.ts";
import type { Merchant } from "./gatewayTypes.ts";

export const choiceStore = createPersistentStore<{ merchantId: string | null; isLive: boolean }>(
  "cm.gateway",
  {
    merchantId: null,
    isLive: true,
  },
);

interface MerchantView {
  merchant: Merchant;
  isLive: boolean;
}

export const MerchantContext = createContext<MerchantView | null>(null);

export function useMerchant() {
  const view = useContext(MerchantContext);
  if (!view) throw new Error("useMerchant stands outside of GatewayArea");
  return { ...view, gateway: gatewayOf(view.merchant.id) };
}
