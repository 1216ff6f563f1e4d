import { Button, FileButton, Group, Image, Input, Text } from "@mantine/core";
import { useEffect, useState } from "react";

const limit = 2_000_000;

/** Chooses a logo (PNG or JPEG, 2 Mo) and shows it before it is sent. */
export const LogoInput = ({
  file,
  onChange,
}: {
  file: File | undefined;
  onChange: (file: File | undefined) => void;
}) => {
  const [url, setUrl] = useState<string>();
  const [refusal, setRefusal] = useState<string>();
  useEffect(() => {
    if (!file) return setUrl(undefined);
    const made = URL.createObjectURL(file);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  const choose = (chosen: File | null) => {
    if (!chosen) return;
    if (!["image/png", "image/jpeg"].includes(chosen.type))
      return setRefusal("Le logo doit être une image PNG ou JPEG : choisissez un autre fichier.");
    if (chosen.size > limit)
      return setRefusal("Ce fichier dépasse 2\u00a0Mo : réduisez l’image puis choisissez-la de nouveau.");
    setRefusal(undefined);
    onChange(chosen);
  };
  return (
    <div>
      <Input.Label labelElement="div">Logo</Input.Label>
      <Text size="xs" c="dimmed" mb={6}>
        PNG ou JPEG, 2&nbsp;Mo au plus ; facultatif
      </Text>
      <Group>
        {url ? <Image src={url} alt="Aperçu du logo" h={56} w="auto" fit="contain" /> : null}
        <FileButton onChange={choose} accept="image/png,image/jpeg">
          {(props) => (
            <Button variant="default" {...props}>
              {file ? "Changer de logo" : "Choisir un logo"}
            </Button>
          )}
        </FileButton>
        {file ? (
          <Button variant="subtle" color="gray" onClick={() => onChange(undefined)}>
            Retirer
          </Button>
        ) : null}
      </Group>
      {refusal ? (
        <Text size="sm" c="red" mt={6} role="alert">
          {refusal}
        </Text>
      ) : null}
    </div>
  );
};
