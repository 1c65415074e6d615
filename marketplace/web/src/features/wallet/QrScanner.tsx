/** Reads a QR code from the camera, or from a picture where there is no camera. Nothing leaves the browser. */
import { Alert, AspectRatio, Button, FileButton, Modal, Stack } from "@mantine/core";
import { IconPhoto } from "@tabler/icons-react";
import jsQR from "jsqr";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

const LOOK_EVERY_MS = 200;

export default function QrScanner({
  onCode,
  onClose,
}: {
  onCode: (text: string) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation(["walletPage", "common"]);
  const video = useRef<HTMLVideoElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const found = useRef(onCode);
  found.current = onCode;

  useEffect(() => {
    let stream: MediaStream | undefined;
    let timer: ReturnType<typeof setInterval> | undefined;
    let isStopped = false;
    const start = async () => {
      if (!navigator.mediaDevices) return setProblem(t("scan.noCamera"));
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
      const element = video.current;
      if (isStopped || !element) return stop();
      element.srcObject = stream;
      await element.play();
      timer = setInterval(() => {
        const code = readCode(element, element.videoWidth, element.videoHeight);
        if (code) found.current(code);
      }, LOOK_EVERY_MS);
    };
    const stop = () => {
      isStopped = true;
      clearInterval(timer);
      for (const track of stream?.getTracks() ?? []) track.stop();
    };
    start().catch(() => setProblem(t("scan.noCamera")));
    return stop;
  }, [t]);

  const readFile = async (file: File | null) => {
    if (!file) return;
    const bitmap = await createImageBitmap(file).catch(() => null);
    const code = bitmap && readCode(bitmap, bitmap.width, bitmap.height);
    if (code) onCode(code);
    else setProblem(t("scan.nothing"));
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("scan.title")}
      zIndex={260}
      closeButtonProps={{ "aria-label": t("common:close") }}
    >
      <Stack>
        {problem ? (
          <Alert variant="light" color="orange">
            {problem}
          </Alert>
        ) : (
          <AspectRatio ratio={1}>
            <video ref={video} muted playsInline aria-label={t("scan.camera")} style={{ borderRadius: 12 }} />
          </AspectRatio>
        )}
        <FileButton onChange={readFile} accept="image/*">
          {(props) => (
            <Button {...props} variant="default" leftSection={<IconPhoto size={18} aria-hidden />}>
              {t("scan.file")}
            </Button>
          )}
        </FileButton>
      </Stack>
    </Modal>
  );
}

function readCode(source: CanvasImageSource, width: number, height: number): string | null {
  if (width === 0 || height === 0) return null;
  const scale = Math.min(1, 960 / Math.max(width, height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) return null;
  context.drawImage(source, 0, 0, canvas.width, canvas.height);
  const image = context.getImageData(0, 0, canvas.width, canvas.height);
  return jsQR(image.data, image.width, image.height)?.data ?? null;
}
