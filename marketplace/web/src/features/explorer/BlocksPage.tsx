/** All blocks, newest first, refreshed as they come. */
import { useTranslation } from "react-i18next";
import type { Block } from "../../../../src/api/schema/explorer.ts";
import { Page } from "../../components/Page.tsx";
import { PagedList, usePages } from "../../components/QueryStates.tsx";
import { TableSkeleton } from "../workspace/DataTable.tsx";
import { BlockTable } from "./BlockTable.tsx";
import { LiveMark } from "./LiveMark.tsx";
import { useBlockStream } from "./useBlockStream.ts";

const KEY = ["explorer", "blocks"];

export function BlocksPage() {
  const { t } = useTranslation("explorer");
  const isLive = useBlockStream(KEY);
  const query = usePages<Block>(KEY, "/api/explorer/blocks");
  return (
    <Page title={t("blocks.title")} actions={<LiveMark isLive={isLive} />}>
      <PagedList
        query={query}
        skeleton={<TableSkeleton rows={10} />}
        empty={{ title: t("blocks.empty"), text: t("blocks.emptyHint") }}
      >
        {(rows) => <BlockTable rows={rows} label={t("blocks.title")} />}
      </PagedList>
    </Page>
  );
}
