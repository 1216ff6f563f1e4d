import { Button, Group, Image, Input, Text } from "@mantine/core";
import { useEffect, useState } from "react";
import { logoRule } from "../../ui/file-rule.ts";
import { FileTarget } from "../../ui/file-target.tsx";

/** Chooses a logo (PNG or JPEG, 2 Mo) and shows it before it is sent. */
export const LogoInput = ({
  file,
  onChange,
}: {
  file: File | undefined;
  onChange: (file: File | undefined) => void;
}) => {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    if (!file) return setUrl(undefined);
    const made = URL.createObjectURL(file);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  return (
    <FileTarget rule={logoRule} onFile={onChange}>
      {(choose) => (
        <>
          <Input.Label labelElement="div">Logo</Input.Label>
          <Text size="xs" c="dimmed" mb={6}>
            PNG ou JPEG, 2&nbsp;Mo au plus ; facultatif
          </Text>
          <Group>
            {url ? <Image src={url} alt="Aperçu du logo" h={56} w="auto" fit="contain" /> : null}
            <Button variant="default" {...choose}>
              {file ? "Changer de logo" : "Choisir un logo"}
            </Button>
            {file ? (
              <Button variant="subtle" color="gray" onClick={() => onChange(undefined)}>
                Retirer
              </Button>
            ) : null}
          </Group>
        </>
      )}
    </FileTarget>
  );
};
