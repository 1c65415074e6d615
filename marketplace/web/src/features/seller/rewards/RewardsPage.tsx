/** The merchant's own reward token: what buyers earn, what it is worth, what is owed for it. */
import { Skeleton, Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { ProgramDetail } from "../../../../../src/api/schema/rewards.ts";
import { request } from "../../../api/http.ts";
import { Page } from "../../../components/Page.tsx";
import { QueryView } from "../../../components/QueryStates.tsx";
import { useWallet } from "../../../wallet/connection.ts";
import { CreateProgram } from "./CreateProgram.tsx";
import { ProgramView } from "./ProgramView.tsx";

export function RewardsPage() {
  const { t } = useTranslation("seller");
  const { address } = useWallet();
  const query = useQuery({
    queryKey: ["seller", "program", address],
    queryFn: ({ signal }) => request<ProgramDetail>(`/api/programs/${address}`, { signal }),
    refetchInterval: 20_000,
  });
  return (
    <Page title={t("rewards.title")} text={t("rewards.text")}>
      <QueryView
        query={query}
        skeleton={
          <Stack>
            <Skeleton height={96} radius="lg" />
            <Skeleton height={240} radius="lg" />
          </Stack>
        }
      >
        {(detail) =>
          detail.program ? (
            <ProgramView detail={detail} program={detail.program} />
          ) : (
            <CreateProgram maxEarnBps={detail.maxEarnBps} noticeSec={detail.noticeSec} />
          )
        }
      </QueryView>
    </Page>
  );
}
