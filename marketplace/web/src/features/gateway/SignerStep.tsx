/**
 * Allows the gateway's key to sign payment requests for this shop, on the chain, for a year; or takes that back.
 * Only the account that owns the shop can; others are told who.
 */

import { merchantRegistryAbi } from "@cybermiles/contracts/abi/merchantRegistry";
import { Button, Group, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useConfig } from "../../api/config.ts";
import { Address } from "../../components/Address.tsx";
import { formatAbsolute } from "../../format/time.ts";
import { usePreferences } from "../../preferences.ts";
import { runTransaction } from "../../tx/transactions.ts";
import { useWallet } from "../../wallet/connection.ts";
import { useMerchant } from "./merchantContext.ts";

const VALID_SEC = 365 * 86_400;

export function SignerStep() {
  const { t } = useTranslation("gateway");
  const { language } = usePreferences();
  const { merchant } = useMerchant();
  const { contracts } = useConfig();
  const { address } = useWallet();
  const { gatewaySigner } = merchant;
  if (address?.toLowerCase() !== merchant.address.toLowerCase()) {
    return (
      <Group gap="xs">
        <Text fz="sm" c="dimmed">
          {t("signer.onlyOwner")}
        </Text>
        <Address address={merchant.address} />
      </Group>
    );
  }
  if (gatewaySigner.status === "not_registered") {
    return (
      <Button component={Link} to="/seller" size="sm">
        {t("signer.register")}
      </Button>
    );
  }
  const call = { address: contracts.merchantRegistry, abi: merchantRegistryAbi };
  const add = () => {
    const expiresAtSec = Math.floor(Date.now() / 1000) + VALID_SEC;
    return runTransaction({
      title: t("signer.addTitle"),
      details: [
        { label: t("signer.key"), value: <Address address={gatewaySigner.address} /> },
        { label: t("signer.until"), value: formatAbsolute(expiresAtSec, language) },
      ],
      note: t("signer.addNote"),
      confirmLabel: t("signer.addAction"),
      steps: [
        {
          label: t("signer.addTitle"),
          call: { ...call, functionName: "addSigner", args: [gatewaySigner.address, BigInt(expiresAtSec)] },
        },
      ],
      doneText: t("signer.added"),
      invalidate: [["gateway"]],
    });
  };
  const revoke = () =>
    runTransaction({
      title: t("signer.revokeTitle"),
      details: [{ label: t("signer.key"), value: <Address address={gatewaySigner.address} /> }],
      note: t("signer.revokeNote"),
      confirmLabel: t("signer.revokeAction"),
      steps: [
        {
          label: t("signer.revokeTitle"),
          call: { ...call, functionName: "revokeSigner", args: [gatewaySigner.address] },
        },
      ],
      doneText: t("signer.revokedDone"),
      invalidate: [["gateway"]],
      isDangerous: true,
    });
  if (gatewaySigner.status !== "current") {
    return (
      <Button size="sm" onClick={add}>
        {t("signer.addAction")}
      </Button>
    );
  }
  return (
    <Group gap="xs">
      <Button size="sm" variant="default" onClick={add}>
        {t("signer.renew")}
      </Button>
      <Button size="sm" variant="default" c="var(--mantine-color-error)" onClick={revoke}>
        {t("signer.revokeAction")}
      </Button>
    </Group>
  );
}
