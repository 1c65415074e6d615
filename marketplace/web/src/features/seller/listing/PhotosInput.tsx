/**
 * A product's pictures: drop several at once, watch them arrive, put them in order (dragging, or the arrows by
 * keyboard). The first is the cover. A failed one stays with its reason until it is tried again or removed.
 */
import {
  ActionIcon,
  Badge,
  Button,
  Group,
  Image,
  Paper,
  Progress,
  Stack,
  Text,
  Tooltip,
} from "@mantine/core";
import { Dropzone } from "@mantine/dropzone";
import "@mantine/dropzone/styles.layer.css";
import { IconArrowLeft, IconArrowRight, IconPhotoPlus, IconTrash } from "@tabler/icons-react";
import { type ReactNode, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { MAX_UPLOAD_BYTES, type Picture } from "../../../../../src/api/schema/media.ts";
import { mediaUrl } from "../../../../../src/api/schema/mediaUrl.ts";
import { errorText } from "../../../components/QueryStates.tsx";
import { movePicture } from "./movePicture.ts";
import classes from "./PhotosInput.module.css";
import { checkPicture, uploadPicture } from "./uploadPicture.ts";

const MAX_PICTURES = 8;

interface Upload {
  id: number;
  file: File;
  share: number;
  problem: string | null;
}

interface PhotosInputProps {
  value: Picture[];
  error: ReactNode;
  onChange: (change: (pictures: Picture[]) => Picture[]) => void;
}

export function PhotosInput({ value, error, onChange }: PhotosInputProps) {
  const { t } = useTranslation("seller");
  const [uploads, setUploads] = useState<Upload[]>([]);
  const nextId = useRef(0);
  const room = MAX_PICTURES - value.length - uploads.filter((upload) => upload.problem === null).length;

  const change = (id: number, changes: Partial<Upload>) =>
    setUploads((all) => all.map((upload) => (upload.id === id ? { ...upload, ...changes } : upload)));

  const send = async ({ id, file }: Upload) => {
    change(id, { problem: null, share: 0 });
    try {
      const picture = await uploadPicture(file, (share) => change(id, { share }));
      setUploads((all) => all.filter((upload) => upload.id !== id));
      onChange((pictures) =>
        pictures.some((known) => known.hash === picture.hash) ? pictures : [...pictures, picture],
      );
    } catch (failure) {
      change(id, { problem: errorText(failure, t) });
    }
  };

  const take = async (files: File[]) => {
    const added = files.slice(0, Math.max(room, 0)).map((file) => {
      const fault = checkPicture(file);
      return { id: nextId.current++, file, share: 0, problem: fault ? t(`photos.${fault}`) : null };
    });
    setUploads((all) => [...all, ...added]);
    for (const upload of added) if (upload.problem === null) await send(upload);
  };

  return (
    <Stack gap="sm">
      <div>
        <Text fw={500} id="photos-label">
          {t("photos.label")}
        </Text>
        <Text fz="sm" c="dimmed">
          {t("photos.hint", { count: MAX_PICTURES })}
        </Text>
      </div>
      {value.length > 0 && <PictureRow pictures={value} onChange={onChange} />}
      {uploads.map((upload) => (
        <UploadRow
          key={upload.id}
          upload={upload}
          onRetry={() => send(upload)}
          onRemove={() => setUploads((all) => all.filter(({ id }) => id !== upload.id))}
        />
      ))}
      {room > 0 && (
        <Dropzone
          onDrop={take}
          accept={["image/*"]}
          maxSize={MAX_UPLOAD_BYTES * 8}
          className={classes.drop ?? ""}
          aria-labelledby="photos-label"
          inputProps={{ "aria-label": t("photos.choose") }}
        >
          <Group justify="center" gap="sm" c="dimmed">
            <IconPhotoPlus size={24} aria-hidden />
            <Text fz="sm">{t("photos.drop")}</Text>
          </Group>
        </Dropzone>
      )}
      {error && (
        <Text fz="sm" c="var(--mantine-color-error)" role="alert">
          {error}
        </Text>
      )}
    </Stack>
  );
}

function PictureRow({ pictures, onChange }: { pictures: Picture[]; onChange: PhotosInputProps["onChange"] }) {
  const { t } = useTranslation("seller");
  const [dragged, setDragged] = useState<number | null>(null);
  const move = (from: number, to: number) => onChange((all) => movePicture(all, from, to));
  return (
    <ul className={classes.row} aria-labelledby="photos-label">
      {pictures.map((picture, index) => (
        <li
          key={picture.hash}
          className={classes.item}
          draggable
          data-dragged={dragged === index || undefined}
          onDragStart={() => setDragged(index)}
          onDragEnd={() => setDragged(null)}
          onDragOver={(event) => event.preventDefault()}
          onDrop={(event) => {
            event.preventDefault();
            if (dragged !== null) move(dragged, index);
            setDragged(null);
          }}
        >
          <Image
            src={mediaUrl(picture.hash, 320)}
            alt={t("photos.number", { number: index + 1 })}
            w="100%"
            h="100%"
            fit="cover"
            bg={picture.color}
          />
          {index === 0 && (
            <Badge className={classes.cover ?? ""} variant="filled" size="sm">
              {t("photos.cover")}
            </Badge>
          )}
          <Group gap={4} justify="center" className={classes.tools ?? ""} wrap="nowrap">
            <Tool
              label={t("photos.earlier", { number: index + 1 })}
              isDisabled={index === 0}
              onClick={() => move(index, index - 1)}
            >
              <IconArrowLeft size={16} aria-hidden />
            </Tool>
            <Tool
              label={t("photos.remove", { number: index + 1 })}
              onClick={() => onChange((all) => all.filter(({ hash }) => hash !== picture.hash))}
            >
              <IconTrash size={16} aria-hidden />
            </Tool>
            <Tool
              label={t("photos.later", { number: index + 1 })}
              isDisabled={index === pictures.length - 1}
              onClick={() => move(index, index + 1)}
            >
              <IconArrowRight size={16} aria-hidden />
            </Tool>
          </Group>
        </li>
      ))}
    </ul>
  );
}

interface ToolProps {
  label: string;
  isDisabled?: boolean;
  onClick: () => void;
  children: ReactNode;
}

function Tool({ label, isDisabled = false, onClick, children }: ToolProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="default" size={32} aria-label={label} disabled={isDisabled} onClick={onClick}>
        {children}
      </ActionIcon>
    </Tooltip>
  );
}

interface UploadRowProps {
  upload: Upload;
  onRetry: () => void;
  onRemove: () => void;
}

function UploadRow({ upload, onRetry, onRemove }: UploadRowProps) {
  const { t } = useTranslation(["seller", "common"]);
  return (
    <Paper withBorder p="sm" radius="md">
      <Group justify="space-between" wrap="nowrap" mb={upload.problem ? 0 : 6}>
        <Text fz="sm" truncate>
          {upload.file.name}
        </Text>
        {upload.problem && (
          <Group gap={4} wrap="nowrap">
            <Button size="compact-sm" variant="subtle" onClick={onRetry}>
              {t("common:retry")}
            </Button>
            <Button size="compact-sm" variant="subtle" color="gray" onClick={onRemove}>
              {t("photos.dismiss")}
            </Button>
          </Group>
        )}
      </Group>
      {upload.problem ? (
        <Text fz="sm" c="var(--mantine-color-error)" role="alert">
          {upload.problem}
        </Text>
      ) : (
        <Progress
          value={upload.share * 100}
          aria-label={t("photos.uploading", { name: upload.file.name })}
          animated
        />
      )}
    </Paper>
  );
}
