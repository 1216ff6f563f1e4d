import { beforeEach, describe, expect, it, vi } from "vitest";

const argon2 = vi.hoisted(() => ({ hash: vi.fn(), verify: vi.fn() }));
vi.mock("@node-rs/argon2", () => argon2);
const { createPasswords } = await import("./passwords.ts");

beforeEach(() => {
  argon2.hash.mockReset().mockResolvedValue("$dummy");
  argon2.verify.mockReset().mockResolvedValue(true);
});

describe("passwords", () => {
  it("without an account, one verification is done all the same, and fails", async () => {
    const passwords = createPasswords();
    expect(await passwords.verify(undefined, "trois petits lézards")).toBe(false);
    expect(argon2.verify).toHaveBeenCalledTimes(1);
    expect(argon2.verify).toHaveBeenCalledWith("$dummy", "trois petits lézards");
    expect(await passwords.verify("$stored", "trois petits lézards")).toBe(true);
    expect(argon2.verify).toHaveBeenCalledTimes(2);
    // The dummy is made once, before anybody asks.
    expect(argon2.hash).toHaveBeenCalledTimes(1);
  });

  it("the same phrase typed on two keyboards is the same password", async () => {
    await createPasswords().hash("e\u0301te\u0301 a\u0300 l’ombre");
    expect(argon2.hash).toHaveBeenLastCalledWith("\u00e9t\u00e9 \u00e0 l’ombre", expect.anything());
  });

  it("argon2id, 19 MiB, two passes, one lane", async () => {
    await createPasswords().hash("x");
    expect(argon2.hash).toHaveBeenLastCalledWith("x", {
      algorithm: 2,
      memoryCost: 19_456,
      timeCost: 2,
      parallelism: 1,
    });
  });

  it.each([
    ["$argon2id$v=19$m=19456,t=2,p=1$c2Vs$aGFjaA", false],
    ["$argon2id$v=19$m=4096,t=3,p=1$c2Vs$aGFjaA", true],
    ["$argon2i$v=19$m=19456,t=2,p=1$c2Vs$aGFjaA", true],
    ["", true],
  ])("%s outdated: %s", (stored, outdated) => {
    expect(createPasswords().outdated(stored)).toBe(outdated);
  });

  it("two at once, fifty waiting, then « réessayez »; a failure frees its place", async () => {
    const release: ((fail: boolean) => void)[] = [];
    const passwords = createPasswords();
    argon2.hash.mockImplementation(
      () =>
        new Promise((resolve, reject) =>
          release.push((fail) => (fail ? reject(new Error("argon2")) : resolve("$h"))),
        ),
    );
    const all = Array.from({ length: 52 }, () => passwords.hash("x").catch((error: Error) => error.message));
    expect(release).toHaveLength(2);
    await expect(passwords.hash("x")).rejects.toMatchObject({ code: "INDISPONIBLE" });
    for (let done = 0; done < 52; done++) {
      await vi.waitFor(() => expect(release.length).toBeGreaterThan(done));
      expect(release.length).toBeLessThanOrEqual(done + 2);
      release[done]?.(done === 0);
    }
    expect((await Promise.all(all)).filter((one) => one === "argon2")).toHaveLength(1);
    argon2.hash.mockResolvedValue("$h");
    expect(await passwords.hash("x")).toBe("$h");
  });
});
