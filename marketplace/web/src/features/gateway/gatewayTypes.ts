/**
 * What the payment gateway answers, as its OpenAPI document (/gateway/openapi.json) says it. The web app speaks to the
 * gateway over HTTP alone, so these are written here and not imported. Amounts: `...Atto` is the smallest unit as a
 * decimal string, `amount` what a person wrote; times are Unix seconds.
 */
export const INVOICE_STATUSES = ["New", "Processing", "Expired", "Invalid", "Settled"] as const;
export type InvoiceStatus = (typeof INVOICE_STATUSES)[number];

export const ADDITIONAL_STATUSES = ["none", "paidPartial", "paidLate", "paidOver", "marked"] as const;
export type AdditionalStatus = (typeof ADDITIONAL_STATUSES)[number];

export const SCOPES = [
  "invoices:read",
  "invoices:write",
  "webhooks:read",
  "webhooks:write",
  "events:read",
  "merchant:read",
] as const;
export type Scope = (typeof SCOPES)[number];

export const EVENT_TYPES = [
  "invoice.created",
  "invoice.processing",
  "invoice.settled",
  "invoice.expired",
  "invoice.invalid",
  "invoice.reverted",
  "payment.received",
  "order.funded",
  "order.shipped",
  "order.released",
  "order.refunded",
  "order.split",
  "order.disputed",
] as const;
export type EventType = (typeof EVENT_TYPES)[number];

export const DELIVERY_STATUSES = ["pending", "succeeded", "failed"] as const;
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];

export const TEAM_ROLES = ["admin", "staff", "arbiter", "organiser"] as const;
export type TeamRole = (typeof TEAM_ROLES)[number];
export type RoleName = "owner" | TeamRole;

export interface GatewayPage<T> {
  data: T[];
  nextCursor: string | null;
}

export interface TaxRate {
  name: string;
  /** 1000 = 10 %. */
  rateBps: number;
}

export interface MerchantSettings {
  name: string;
  shipToCountries: string[];
  blockedCountries: string[];
  defaultTaxRates: TaxRate[];
  shipBySec: number;
  releaseSec: number;
  /** null = the gateway's default */
  arbiter: string | null;
}

export interface GatewaySigner {
  address: `0x${string}`;
  status: "not_registered" | "not_added" | "current" | "expired" | "revoked";
  expiresAtSec: number | null;
}

export interface Merchant extends MerchantSettings {
  id: string;
  address: `0x${string}`;
  gatewaySigner: GatewaySigner;
  role?: RoleName;
  createdAtSec: number;
}

export interface Member {
  address: `0x${string}`;
  role: RoleName;
  addedAtSec: number;
}

export interface InvoicePayment {
  rail: "wallet" | "deposit";
  orderId: string;
  payer: `0x${string}`;
  amountAtto: string;
  discountAtto: string;
  transactionHash: `0x${string}`;
  blockNumber: string;
  confirmations: number;
  atSec: number;
}

export interface InvoiceDeposit {
  address: `0x${string}`;
  refundAddress: `0x${string}`;
  receivedAtto: string;
  refundedAtto: string;
  balanceAtto: string;
}

export interface Invoice {
  id: string;
  livemode: boolean;
  status: InvoiceStatus;
  additionalStatus: AdditionalStatus;
  amount: string;
  currency: string;
  paymentCurrency: { address: `0x${string}`; symbol: string; decimals: number };
  amountAtto: string;
  rate: { base: string; quote: string; atSec: number; source: string } | null;
  taxLines: { name: string; rateBps: number; amount: string }[];
  description: string | null;
  shipToCountry: string | null;
  createdAtSec: number;
  expiresAtSec: number;
  refundAddress: `0x${string}` | null;
  arbiter: `0x${string}`;
  shipBySec: number;
  releaseSec: number;
  checkoutUrl: string;
  deposits: InvoiceDeposit[];
  payment: InvoicePayment | null;
  orderReference: string | null;
  metadata: Record<string, string>;
  customer: { name?: string; email?: string } | null;
  markedBy: string | null;
}

export interface InvoiceCreate {
  amount: string;
  currency: string;
  paymentCurrency: string;
  description?: string;
  orderReference?: string;
  customer?: { name?: string; email?: string };
  shipToCountry?: string;
  taxRates?: TaxRate[];
  expiresInSec: number;
  refundAddress?: string;
  redirectUrl?: string;
  livemode: boolean;
}

export interface WebhookEndpoint {
  id: string;
  url: string;
  description: string | null;
  eventTypes: EventType[];
  livemode: boolean;
  enabled: boolean;
  disabledReason: string | null;
  createdAtSec: number;
}

export interface DeliveryAttempt {
  atSec: number;
  durationMs: number;
  responseStatus: number | null;
  responseBody: string | null;
  error: string | null;
}

export interface Delivery {
  id: string;
  endpointId: string;
  url: string;
  eventId: string;
  eventType: EventType;
  status: DeliveryStatus;
  attemptCount: number;
  nextAttemptAtSec: number | null;
  createdAtSec: number;
  requestBody: string;
  attempts: DeliveryAttempt[];
}

export interface ApiKey {
  id: string;
  name: string;
  livemode: boolean;
  scopes: Scope[];
  hint: string;
  createdAtSec: number;
  lastUsedAtSec: number | null;
  revokedAtSec: number | null;
}

export interface AuditEntry {
  id: string;
  atSec: number;
  actor: string;
  action: string;
  target: string | null;
  data: Record<string, unknown>;
}
