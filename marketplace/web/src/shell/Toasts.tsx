/** Where messages appear that outlive the screen they came from. */
import "@mantine/notifications/styles.layer.css";
import { Notifications } from "@mantine/notifications";

export default function Toasts() {
  return <Notifications position="bottom-right" zIndex={400} />;
}
