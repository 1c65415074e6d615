/** Shows its children to a signed-in visitor; to others, why and how to sign in. */
import { Button, EmptyState, Skeleton, Stack } from "@mantine/core";
import { IconLock } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { useWallet } from "../wallet/connection.ts";
import { ensureSession, useSession } from "./session.ts";

export function SignInGate({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const { address } = useWallet();
  const { isSignedIn, isLoading } = useSession();
  const [isBusy, setBusy] = useState(false);
  if (isSignedIn) return children;
  if (isLoading) {
    return (
      <Stack aria-busy="true">
        <Skeleton height={48} />
        <Skeleton height={160} />
      </Stack>
    );
  }
  const signIn = async () => {
    setBusy(true);
    await ensureSession().catch(() => null);
    setBusy(false);
  };
  return (
    <EmptyState
      py={64}
      variant="light"
      icon={<IconLock aria-hidden />}
      title={address ? t("session.signInTitle") : t("session.connectTitle")}
      description={address ? t("session.signInText") : t("session.connectText")}
    >
      <EmptyState.Actions>
        <Button size="md" loading={isBusy} onClick={signIn}>
          {address ? t("session.signIn") : t("wallet.connect")}
        </Button>
      </EmptyState.Actions>
    </EmptyState>
  );
}
