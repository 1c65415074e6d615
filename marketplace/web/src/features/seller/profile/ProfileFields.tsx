/** The fields of a shop's public profile, with its picture. */
import { Avatar, Button, FileButton, Group, Select, Stack, Text, Textarea, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { IconPhoto } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { mediaUrl } from "../../../../../src/api/schema/mediaUrl.ts";
import { errorText } from "../../../components/QueryStates.tsx";
import { countryOptions } from "../../../format/country.ts";
import { usePreferences } from "../../../preferences.ts";
import { checkPicture, uploadPicture } from "../listing/uploadPicture.ts";
import type { ProfileForm } from "./profileForm.ts";

export function ProfileFields({ form }: { form: UseFormReturnType<ProfileForm> }) {
  const { t } = useTranslation("seller");
  const { language } = usePreferences();
  return (
    <Stack>
      <PictureField
        value={form.values.picture}
        onChange={(picture) => form.setFieldValue("picture", picture)}
      />
      <TextInput
        label={t("profile.name")}
        description={t("profile.nameHint")}
        required
        maxLength={60}
        {...form.getInputProps("name")}
      />
      <Select
        label={t("profile.country")}
        description={t("profile.countryHint")}
        data={countryOptions(language)}
        searchable
        required
        {...form.getInputProps("country")}
      />
      <Textarea
        label={t("profile.about")}
        description={t("profile.aboutHint")}
        autosize
        minRows={3}
        maxLength={2000}
        {...form.getInputProps("about")}
      />
    </Stack>
  );
}

function PictureField({
  value,
  onChange,
}: {
  value: string | null;
  onChange: (hash: string | null) => void;
}) {
  const { t } = useTranslation("seller");
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const take = async (file: File | null) => {
    if (!file) return;
    const fault = checkPicture(file);
    if (fault) return setProblem(t(`photos.${fault}`));
    setBusy(true);
    setProblem(null);
    try {
      const picture = await uploadPicture(file);
      onChange(picture.hash);
    } catch (error) {
      setProblem(errorText(error, t));
    }
    setBusy(false);
  };
  return (
    <div>
      <Group>
        <Avatar src={value ? mediaUrl(value, 320) : null} size={72} radius="xl" alt="">
          <IconPhoto size={28} aria-hidden />
        </Avatar>
        <Stack gap={4} align="flex-start">
          <FileButton accept="image/*" onChange={take}>
            {(props) => (
              <Button {...props} variant="default" size="sm" loading={isBusy}>
                {value ? t("profile.changePicture") : t("profile.addPicture")}
              </Button>
            )}
          </FileButton>
          {value && (
            <Button variant="subtle" color="gray" size="xs" onClick={() => onChange(null)}>
              {t("profile.removePicture")}
            </Button>
          )}
        </Stack>
      </Group>
      {problem && (
        <Text fz="sm" c="var(--mantine-color-error)" role="alert" mt={4}>
          {problem}
        </Text>
      )}
    </div>
  );
}
