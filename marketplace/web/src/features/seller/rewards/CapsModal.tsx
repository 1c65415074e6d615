/** The most that one order may earn and that may be outstanding; empty means no cap. Read from the chain itself. */

import { rewardsProgramAbi } from "@cybermiles/contracts/abi/rewardsProgram";
import { Button, Group, Modal, Skeleton, Stack, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Program } from "../../../../../src/api/schema/sellers.ts";
import { useConfig } from "../../../api/config.ts";
import { QueryView } from "../../../components/QueryStates.tsx";
import { runTransaction } from "../../../tx/transactions.ts";
import { getPublicClient } from "../../../wallet/clients.ts";
import { capText, NO_CAP, parseCap } from "./caps.ts";

interface CapsModalProps {
  isOpen: boolean;
  onClose: () => void;
  program: Program;
}

interface Caps {
  orderCap: bigint;
  supplyCap: bigint;
}

export function CapsModal({ isOpen, onClose, program }: CapsModalProps) {
  const { t } = useTranslation(["seller", "common"]);
  const { contracts } = useConfig();
  const query = useQuery({
    queryKey: ["seller", "caps", program.merchant],
    queryFn: async (): Promise<Caps> => {
      const client = await getPublicClient();
      const { orderCap, supplyCap } = await client.readContract({
        address: contracts.rewardsProgram,
        abi: rewardsProgramAbi,
        functionName: "programOf",
        args: [program.merchant],
      });
      return { orderCap, supplyCap };
    },
    enabled: isOpen,
  });
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={t("rewards.caps")}
      closeButtonProps={{ "aria-label": t("common:close") }}
    >
      <QueryView query={query} skeleton={<Skeleton height={200} />}>
        {(caps) => <CapsForm caps={caps} program={program} onClose={onClose} />}
      </QueryView>
    </Modal>
  );
}

function CapsForm({ caps, program, onClose }: { caps: Caps; program: Program; onClose: () => void }) {
  const { t } = useTranslation(["seller", "common"]);
  const { contracts } = useConfig();
  const [orderText, setOrderText] = useState(capText(caps.orderCap));
  const [supplyText, setSupplyText] = useState(capText(caps.supplyCap));
  const orderCap = parseCap(orderText);
  const supplyCap = parseCap(supplyText);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (orderCap === null || supplyCap === null) return;
    const show = (cap: bigint) => (cap === NO_CAP ? t("rewards.noCap") : `${capText(cap)} ${program.symbol}`);
    onClose();
    void runTransaction({
      title: t("rewards.changeCaps"),
      details: [
        { label: t("rewards.orderCap"), value: show(orderCap) },
        { label: t("rewards.supplyCap"), value: show(supplyCap) },
      ],
      confirmLabel: t("rewards.changeCaps"),
      steps: [
        {
          label: t("rewards.changeCaps"),
          call: {
            address: contracts.rewardsProgram,
            abi: rewardsProgramAbi,
            functionName: "setCaps",
            args: [orderCap, supplyCap],
          },
        },
      ],
      doneText: t("rewards.changed"),
      invalidate: [["seller"]],
    });
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <TextInput
          label={t("rewards.orderCap")}
          description={t("rewards.capEmpty")}
          inputMode="decimal"
          rightSection={program.symbol}
          rightSectionWidth={80}
          value={orderText}
          onChange={(event) => setOrderText(event.currentTarget.value)}
          error={orderCap === null ? t("rewards.badCap") : null}
          data-autofocus
        />
        <TextInput
          label={t("rewards.supplyCap")}
          description={t("rewards.capEmpty")}
          inputMode="decimal"
          rightSection={program.symbol}
          rightSectionWidth={80}
          value={supplyText}
          onChange={(event) => setSupplyText(event.currentTarget.value)}
          error={supplyCap === null ? t("rewards.badCap") : null}
        />
        <Group justify="flex-end">
          <Button type="submit" disabled={orderCap === null || supplyCap === null}>
            {t("common:continue")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
