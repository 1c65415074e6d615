/** The account's address as text and QR code. */
import { Box, Button, Code, CopyButton, Modal, Skeleton, Stack, Text } from "@mantine/core";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import QRCode from "qrcode";
import { useTranslation } from "react-i18next";
import { getAddress } from "viem";
import { useConfig } from "../../api/config.ts";

export default function ReceiveDialog({ address, onClose }: { address: string; onClose: () => void }) {
  const { t } = useTranslation(["walletPage", "common"]);
  const { chain } = useConfig();
  const checksummed = getAddress(address);
  const { data: url } = useQuery({
    queryKey: ["qr", checksummed],
    queryFn: () => QRCode.toDataURL(checksummed, { margin: 1, width: 480, errorCorrectionLevel: "M" }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("receive.title")}
      closeButtonProps={{ "aria-label": t("common:close") }}
    >
      <Stack align="center">
        <Box p="md" bg="white" style={{ borderRadius: 16, border: "1px solid var(--cm-hairline)" }}>
          {url ? (
            <img src={url} width={240} height={240} alt={t("receive.qr")} />
          ) : (
            <Skeleton width={240} height={240} />
          )}
        </Box>
        <Code ta="center" fz="sm" style={{ overflowWrap: "anywhere" }}>
          {checksummed}
        </Code>
        <CopyButton value={checksummed}>
          {({ copied, copy }) => (
            <Button
              onClick={copy}
              leftSection={copied ? <IconCheck size={18} aria-hidden /> : <IconCopy size={18} aria-hidden />}
            >
              {copied ? t("common:copied") : t("common:copyAddress")}
            </Button>
          )}
        </CopyButton>
        <Text size="sm" c="dimmed" ta="center">
          {t("receive.note", { chain: chain.name })}
        </Text>
      </Stack>
    </Modal>
  );
}
