/** A product's pictures: one large, the others beneath; a click opens it full size, another zooms in where clicked. */
import { Modal, Stack } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { type MouseEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Picture as PictureData } from "../../../../src/api/schema/media.ts";
import { mediaUrl } from "../../../../src/api/schema/mediaUrl.ts";
import { Picture } from "../../components/Picture.tsx";
import classes from "./Browse.module.css";

export function Gallery({ pictures, title }: { pictures: PictureData[]; title: string }) {
  const { t } = useTranslation("browse");
  const [index, setIndex] = useState(0);
  const [isOpen, zoom] = useDisclosure(false);
  const picture = pictures[index] ?? null;
  return (
    <Stack gap="sm">
      <button
        type="button"
        className={classes.stage}
        onClick={zoom.open}
        aria-label={t("gallery.zoom")}
        disabled={!picture}
      >
        <Picture picture={picture} alt={title} sizes="(max-width: 62em) 100vw, 600px" isEager />
      </button>
      {pictures.length > 1 && (
        <section className={classes.thumbs} aria-label={t("gallery.pictures")}>
          {pictures.map((item, at) => (
            <button
              key={item.hash}
              type="button"
              className={classes.thumb}
              aria-label={t("gallery.picture", { number: at + 1, count: pictures.length })}
              aria-current={at === index}
              onClick={() => setIndex(at)}
            >
              <Picture picture={item} alt="" sizes="72px" style={{ borderRadius: 8 }} />
            </button>
          ))}
        </section>
      )}
      {picture && (
        <Modal
          opened={isOpen}
          onClose={zoom.close}
          size="xl"
          title={title}
          closeButtonProps={{ "aria-label": t("common:close") }}
        >
          <ZoomablePicture picture={picture} title={title} />
        </Modal>
      )}
    </Stack>
  );
}

function ZoomablePicture({ picture, title }: { picture: PictureData; title: string }) {
  const { t } = useTranslation("browse");
  const [isZoomed, setZoomed] = useState(false);
  const frame = useRef<HTMLButtonElement>(null);
  const toggle = (event: MouseEvent<HTMLButtonElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const x = (event.clientX - box.left) / box.width;
    const y = (event.clientY - box.top) / box.height;
    setZoomed(!isZoomed);
    requestAnimationFrame(() => {
      const element = frame.current;
      if (!element || isZoomed) return;
      element.scrollLeft = x * element.scrollWidth - element.clientWidth / 2;
      element.scrollTop = y * element.scrollHeight - element.clientHeight / 2;
    });
  };
  return (
    <button
      ref={frame}
      type="button"
      className={`${classes.stage} ${classes.zoom}`}
      data-zoomed={isZoomed}
      onClick={toggle}
      aria-label={isZoomed ? t("gallery.zoomOut") : t("gallery.zoomIn")}
    >
      <img
        src={mediaUrl(picture.hash, 1280)}
        alt={title}
        width={picture.width}
        height={picture.height}
        style={{ width: isZoomed ? "220%" : "100%", height: "auto", display: "block", borderRadius: 12 }}
      />
    </button>
  );
}
