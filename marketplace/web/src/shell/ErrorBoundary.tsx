/** A screen that throws shows what happened and a way on; the rest of the app stays. Another `resetKey` clears it. */

import { Component, type ReactNode } from "react";
import { queryClient } from "../api/queryClient.ts";
import { LoadError } from "../components/QueryStates.tsx";

export class ErrorBoundary extends Component<{ resetKey: string; children: ReactNode }, { error: unknown }> {
  override state: { error: unknown } = { error: null };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override componentDidUpdate(before: { resetKey: string }) {
    if (before.resetKey !== this.props.resetKey && this.state.error !== null) this.setState({ error: null });
  }

  override render() {
    if (this.state.error === null) return this.props.children;
    const retry = () => {
      queryClient.removeQueries({ predicate: (query) => query.state.status === "error" });
      this.setState({ error: null });
    };
    return (
      <div style={{ paddingBlock: 32 }}>
        <LoadError error={this.state.error} onRetry={retry} />
      </div>
    );
  }
}
