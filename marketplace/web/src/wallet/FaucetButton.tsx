/** Test CMT for an account, on a devnet. Waits until the money is there. */
import { Button, type ButtonProps, Stack, Text } from "@mantine/core";
import { IconDroplet } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { FaucetAnswer } from "../../../src/api/schema/faucet.ts";
import { request } from "../api/http.ts";
import { queryClient } from "../api/queryClient.ts";
import { errorText } from "../components/QueryStates.tsx";
import type { Address } from "./connection.ts";

export function FaucetButton({
  address,
  onDone,
  ...props
}: { address: Address; onDone?: () => void } & ButtonProps) {
  const { t } = useTranslation();
  const [state, setState] = useState<"idle" | "busy" | "done">("idle");
  const [problem, setProblem] = useState<string | null>(null);
  const drip = async () => {
    setState("busy");
    setProblem(null);
    try {
      const answer = await request<FaucetAnswer>("/api/faucet", { method: "POST", body: { address } });
      const { getPublicClient } = await import("./clients.ts");
      await (await getPublicClient()).waitForTransactionReceipt({ hash: answer.transactionHash });
      await queryClient.invalidateQueries({ queryKey: ["balance"] });
      setState("done");
      onDone?.();
    } catch (error) {
      setProblem(errorText(error, t));
      setState("idle");
    }
  };
  return (
    <Stack gap={4}>
      <Button
        variant="light"
        leftSection={<IconDroplet size={18} aria-hidden />}
        loading={state === "busy"}
        disabled={state === "done"}
        onClick={drip}
        {...props}
      >
        {state === "done" ? t("faucet.done") : t("faucet.action")}
      </Button>
      {problem && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {problem}
        </Text>
      )}
    </Stack>
  );
}
