/** A work area for signed-in people; to others it says what is here and how to get in. */
import type { ReactNode } from "react";
import { Page } from "../../components/Page.tsx";
import { SignInGate } from "../../session/SignInGate.tsx";
import { useSession } from "../../session/session.ts";

interface SignedInAreaProps {
  title: string;
  text: string;
  children: ReactNode;
}

export function SignedInArea({ title, text, children }: SignedInAreaProps) {
  const { isSignedIn } = useSession();
  if (isSignedIn) return children;
  return (
    <Page title={title} text={text}>
      <SignInGate>{null}</SignInGate>
    </Page>
  );
}
