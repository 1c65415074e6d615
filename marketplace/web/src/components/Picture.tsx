/** An uploaded picture in the width the screen needs, lazy, on its own average colour, without layout shift. */
import type { CSSProperties } from "react";
import type { Picture as PictureData } from "../../../src/api/schema/media.ts";
import { mediaSrcSet, mediaUrl } from "../../../src/api/schema/mediaUrl.ts";
import classes from "./Picture.module.css";

interface PictureProps {
  picture: PictureData | null;
  alt: string;
  /** the img `sizes` attribute, e.g. "(max-width: 48em) 50vw, 280px" */
  sizes: string;
  /** above the fold: load at once */
  isEager?: boolean;
  style?: CSSProperties;
}

export function Picture({ picture, alt, sizes, isEager = false, style }: PictureProps) {
  if (!picture && alt === "") return <div className={classes.picture} style={style} aria-hidden />;
  if (!picture) return <div className={classes.picture} style={style} role="img" aria-label={alt} />;
  return (
    <img
      className={classes.picture}
      src={mediaUrl(picture.hash, 640)}
      srcSet={mediaSrcSet(picture.hash)}
      sizes={sizes}
      width={picture.width}
      height={picture.height}
      alt={alt}
      loading={isEager ? "eager" : "lazy"}
      fetchPriority={isEager ? "high" : "auto"}
      decoding="async"
      style={{ backgroundColor: picture.color, ...style }}
    />
  );
}
