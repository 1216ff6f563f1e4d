import { Anchor } from "@mantine/core";
import type { ReactNode } from "react";
import { Link } from "wouter";

/** A link inside a sentence or a cell, in the colour of the application. */
export const TextLink = ({
  href,
  onClick,
  children,
}: {
  href: string;
  onClick?: () => void;
  children: ReactNode;
}) => (
  <Anchor component={Link} href={href} onClick={onClick} inherit underline="always">
    {children}
  </Anchor>
);
