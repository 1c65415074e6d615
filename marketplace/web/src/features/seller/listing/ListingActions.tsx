/** What a seller does to a listed product besides editing it: restock, pause, put back on sale, look at it. */

import { listingsAbi } from "@cybermiles/contracts/abi/listings";
import { ActionIcon, Button, Group, Menu, Modal, NumberInput, Stack } from "@mantine/core";
import { IconDots, IconEye, IconPackages, IconPlayerPause, IconPlayerPlay } from "@tabler/icons-react";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { ListingCard } from "../../../../../src/api/schema/listings.ts";
import { useConfig } from "../../../api/config.ts";
import { runTransaction } from "../../../tx/transactions.ts";

export function ListingActions({ listing }: { listing: ListingCard }) {
  const { t } = useTranslation("seller");
  const { contracts } = useConfig();
  const [isRestocking, setRestocking] = useState(false);
  const call = { address: contracts.listings, abi: listingsAbi };
  const invalidate = [["seller"], ["listings"]];
  const toggle = () => {
    const name = listing.isPaused ? "resume" : "pause";
    return runTransaction({
      title: t(`listing.${name}Title`),
      details: [{ label: t("listing.title"), value: listing.title }],
      note: t(`listing.${name}Note`),
      confirmLabel: t(`listing.${name}`),
      steps: [
        {
          label: t(`listing.${name}Title`),
          call: { ...call, functionName: name, args: [BigInt(listing.id)] },
        },
      ],
      doneText: t(`listing.${name}Done`),
      invalidate,
    });
  };
  const restock = (added: number) => {
    setRestocking(false);
    return runTransaction({
      title: t("listing.restockTitle"),
      details: [
        { label: t("listing.title"), value: listing.title },
        {
          label: t("listing.inStock"),
          value: t("listing.stockChange", { from: listing.stock, to: listing.stock + added }),
        },
      ],
      confirmLabel: t("listing.restock"),
      steps: [
        {
          label: t("listing.restockTitle"),
          call: { ...call, functionName: "restock", args: [BigInt(listing.id), BigInt(added)] },
        },
      ],
      doneText: t("listing.restocked"),
      invalidate,
    });
  };
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={t("listing.actions", { title: listing.title })}
          >
            <IconDots size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            component={Link}
            to={`/products/${listing.id}`}
            leftSection={<IconEye size={16} aria-hidden />}
          >
            {t("listing.view")}
          </Menu.Item>
          <Menu.Item leftSection={<IconPackages size={16} aria-hidden />} onClick={() => setRestocking(true)}>
            {t("listing.restock")}
          </Menu.Item>
          <Menu.Item
            leftSection={
              listing.isPaused ? (
                <IconPlayerPlay size={16} aria-hidden />
              ) : (
                <IconPlayerPause size={16} aria-hidden />
              )
            }
            onClick={toggle}
          >
            {listing.isPaused ? t("listing.resume") : t("listing.pause")}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <RestockModal
        isOpen={isRestocking}
        listing={listing}
        onClose={() => setRestocking(false)}
        onRestock={restock}
      />
    </>
  );
}

interface RestockModalProps {
  isOpen: boolean;
  listing: ListingCard;
  onClose: () => void;
  onRestock: (added: number) => void;
}

function RestockModal({ isOpen, listing, onClose, onRestock }: RestockModalProps) {
  const { t } = useTranslation(["seller", "common"]);
  const [added, setAdded] = useState<number | string>(10);
  const isGood = typeof added === "number" && Number.isInteger(added) && added > 0;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isGood) onRestock(added);
  };
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={t("listing.restockTitle")}
      closeButtonProps={{ "aria-label": t("common:close") }}
    >
      <form onSubmit={submit}>
        <Stack>
          <NumberInput
            label={t("listing.added")}
            description={t("listing.addedHint", { count: listing.stock })}
            min={1}
            allowDecimal={false}
            value={added}
            onChange={setAdded}
            error={isGood ? null : t("listing.badStock")}
            data-autofocus
          />
          <Group justify="flex-end">
            <Button type="submit">{t("listing.restock")}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
