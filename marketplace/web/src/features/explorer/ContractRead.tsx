/** Every question one can ask one of our contracts, with fields for its arguments and the answer beneath. */
import { Accordion, Alert, Button, Code, Group, Stack, Text, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Abi, AbiFunction, Address } from "viem";
import { erc20Abi } from "viem";
import { Empty } from "../../components/QueryStates.tsx";
import { explainError } from "../../tx/explainError.ts";
import { getPublicClient } from "../../wallet/clients.ts";
import { ArgumentTable } from "./ArgumentTable.tsx";
import { type ArgumentRow, flattenArguments } from "./decode/flattenArguments.ts";
import { ABIS, type OurContractName } from "./decode/ourContracts.ts";
import { readArguments } from "./decode/readArguments.ts";

export function ContractRead({ address, contractName }: { address: Address; contractName: string | null }) {
  const { t } = useTranslation("explorer");
  const abi = abiOf(contractName);
  const reads = (abi ?? []).filter(
    (item): item is AbiFunction =>
      item.type === "function" && (item.stateMutability === "view" || item.stateMutability === "pure"),
  );
  if (reads.length === 0) return <Empty title={t("address.noReads")} text={t("address.noReadsHint")} />;
  return (
    <Stack gap="sm">
      <Text fz="sm" c="dimmed">
        {t("address.readHint")}
      </Text>
      <Accordion variant="contained" order={2}>
        {reads.map((fn) => (
          <Accordion.Item key={`${fn.name}-${fn.inputs.length}`} value={fn.name}>
            <Accordion.Control>
              <Text ff="monospace" fz="sm">
                {fn.name}
              </Text>
            </Accordion.Control>
            <Accordion.Panel>
              <ReadForm address={address} fn={fn} />
            </Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
    </Stack>
  );
}

function abiOf(contractName: string | null): Abi | null {
  if (contractName === null) return null;
  if (contractName in ABIS) return ABIS[contractName as OurContractName];
  return contractName === "merchantToken" ? erc20Abi : null;
}

type Answer = { rows: ArgumentRow[] } | { problem: string };

function ReadForm({ address, fn }: { address: Address; fn: AbiFunction }) {
  const { t } = useTranslation(["explorer", "errors"]);
  const [texts, setTexts] = useState<string[]>(() => fn.inputs.map(() => ""));
  const [faultName, setFaultName] = useState<string | null>(null);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [isBusy, setBusy] = useState(false);

  const ask = async (event: FormEvent) => {
    event.preventDefault();
    const parsed = readArguments(fn, texts);
    setFaultName(parsed.fault?.name ?? null);
    if (!parsed.values) return;
    setBusy(true);
    setAnswer(
      await askContract(address, fn, parsed.values).catch((error) => ({ problem: explainError(error, t) })),
    );
    setBusy(false);
  };

  return (
    <form onSubmit={ask} noValidate>
      <Stack gap="sm">
        {fn.inputs.map((input, index) => (
          <TextInput
            key={input.name ?? index}
            size="sm"
            label={input.name || `#${index}`}
            description={input.type}
            value={texts[index] ?? ""}
            error={
              faultName === input.name
                ? t("address.badArgument", { name: input.name, type: input.type })
                : null
            }
            onChange={(event) => {
              const { value } = event.currentTarget;
              setTexts((all) => all.map((text, at) => (at === index ? value : text)));
            }}
          />
        ))}
        <Group>
          <Button type="submit" variant="default" size="sm" loading={isBusy}>
            {t("address.read")}
          </Button>
        </Group>
        <div aria-live="polite">
          {answer && "problem" in answer && (
            <Alert color="red" variant="light">
              {t("address.readFailed", { reason: answer.problem })}
            </Alert>
          )}
          {answer && "rows" in answer && <AnswerRows rows={answer.rows} />}
        </div>
      </Stack>
    </form>
  );
}

function AnswerRows({ rows }: { rows: ArgumentRow[] }) {
  const { t } = useTranslation("explorer");
  const [only] = rows;
  if (only && rows.length === 1 && only.kind !== "address") return <Code block>{only.value}</Code>;
  return <ArgumentTable rows={rows} label={t("address.result")} />;
}

async function askContract(address: Address, fn: AbiFunction, values: unknown[]): Promise<Answer> {
  const client = await getPublicClient();
  const result: unknown = await client.readContract({
    address,
    abi: [fn],
    functionName: fn.name,
    args: values,
  });
  const outputs = fn.outputs.length > 1 && Array.isArray(result) ? result : [result];
  return { rows: flattenArguments(fn.outputs, outputs) };
}
