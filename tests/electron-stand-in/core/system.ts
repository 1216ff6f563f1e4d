import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";
import { loud, StandInEvent, StrictEmitter } from "./loud.ts";
import { mustBeReady, type World } from "./world.ts";

/** Notification (docs/api/notification.md). */
export class StandInNotification extends StrictEmitter {
  title: string;
  body: string;
  readonly options: Record<string, unknown>;
  readonly world: World;
  constructor(world: World, options: Record<string, unknown> = {}) {
    mustBeReady(world, "Cannot create Notification before app is ready");
    super("Notification", ["show", "click", "close", "reply", "action", "failed"]);
    this.world = world;
    this.options = options;
    this.title = String(options.title ?? "");
    this.body = String(options.body ?? "");
    // biome-ignore lint/correctness/noConstructorReturn: the notification that a host holds is the loud one.
    return loud("Notification", this);
  }
  show(): void {
    // docs: without support nothing is shown; a lenient double would show it.
    if (!this.world.settings.notificationsSupported) {
      setImmediate(() => this.emit("failed", new StandInEvent(), "notifications are not supported"));
      return;
    }
    this.world.seen.notifications.push({ title: this.title, body: this.body, options: this.options });
    shown.set(this.world, [...(shown.get(this.world) ?? []), this]);
    setImmediate(() => this.emit("show", new StandInEvent()));
  }
  close(): void {
    setImmediate(() => this.emit("close", new StandInEvent()));
  }
}
/** What is on the screen: a test clicks there. */
export const shown = new WeakMap<World, StandInNotification[]>();

export const createNotification = (world: World) => {
  class Notification extends StandInNotification {
    constructor(options?: Record<string, unknown>) {
      super(world, options);
    }
    static isSupported(): boolean {
      return world.settings.notificationsSupported;
    }
  }
  return loud("Notification", Notification);
};

/** A module that lives only after ready: `screen` and `powerMonitor` (docs: « you cannot use this module until … »). */
const afterReady = <T extends object>(world: World, name: string, target: T): T =>
  new Proxy(loud(name, target), {
    get: (object, key, receiver) => {
      if (typeof key === "string" && !world.ready)
        throw new Error(`The '${name}' module can't be used before the app 'ready' event`);
      return Reflect.get(object, key, receiver);
    },
  });

export const createPowerMonitor = (world: World) => {
  const emitter = new StrictEmitter("powerMonitor", [
    "suspend",
    "resume",
    "shutdown",
    "lock-screen",
    "unlock-screen",
    "on-ac",
    "on-battery",
  ]);
  return {
    emitter,
    powerMonitor: afterReady(
      world,
      "powerMonitor",
      Object.assign(emitter, { onBatteryPower: false, getSystemIdleTime: () => 0 }),
    ),
  };
};

export const createScreen = (world: World) => {
  const emitter = new StrictEmitter("screen", [
    "display-added",
    "display-removed",
    "display-metrics-changed",
  ]);
  const displays = [
    {
      id: 1,
      label: "Écran",
      bounds: { ...world.settings.workArea },
      workArea: { ...world.settings.workArea },
      workAreaSize: { width: world.settings.workArea.width, height: world.settings.workArea.height },
      size: { width: world.settings.workArea.width, height: world.settings.workArea.height },
      scaleFactor: 1,
      rotation: 0,
      internal: true,
    },
  ];
  type Area = { x: number; y: number; width: number; height: number };
  const shared = (one: Area, other: Area): number =>
    Math.max(0, Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x)) *
    Math.max(0, Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y));
  const first = () => displays[0] as (typeof displays)[number];
  return {
    displays,
    emitter,
    screen: afterReady(
      world,
      "screen",
      Object.assign(emitter, {
        getAllDisplays: () => displays.map((one) => ({ ...one })),
        getPrimaryDisplay: () => ({ ...first() }),
        getDisplayMatching: (area: Area) =>
          displays.reduce(
            (best, one) => (shared(one.bounds, area) > shared(best.bounds, area) ? one : best),
            first(),
          ),
        getDisplayNearestPoint: () => first(),
        getCursorScreenPoint: () => ({ x: 0, y: 0 }),
      }),
    ),
  };
};

/** safeStorage (docs/api/safe-storage.md): what it seals is read again by the same user of the same application. */
export const createSafeStorage = (world: World) => {
  const { settings } = world;
  const key = createHash("sha256").update(`electron-stand-in ${settings.name}`).digest();
  const available = (): boolean => world.ready && settings.encryptionAvailable;
  const seal = (plain: string): Buffer => {
    if (typeof plain !== "string")
      throw new TypeError("Error processing argument at index 0, conversion failure");
    if (!available())
      throw new Error(
        "Error while encrypting the text provided to safeStorage.encryptString. Encryption is not available.",
      );
    const iv = randomBytes(12);
    const cipher = createCipheriv("aes-256-gcm", key, iv);
    const body = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
    return Buffer.concat([Buffer.from("v10"), iv, cipher.getAuthTag(), body]);
  };
  const unseal = (sealed: Buffer): string => {
    if (!Buffer.isBuffer(sealed))
      throw new TypeError("Error processing argument at index 0, conversion failure");
    if (!available())
      throw new Error(
        "Error while decrypting the ciphertext provided to safeStorage.decryptString. Decryption is not available.",
      );
    if (sealed.subarray(0, 3).toString() !== "v10")
      throw new Error(
        "Error while decrypting the ciphertext provided to safeStorage.decryptString. Ciphertext does not appear to be encrypted.",
      );
    const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(3, 15));
    decipher.setAuthTag(sealed.subarray(15, 31));
    return Buffer.concat([decipher.update(sealed.subarray(31)), decipher.final()]).toString("utf8");
  };
  const storage = {
    isEncryptionAvailable: available,
    // docs: the asynchronous encryptor is initialized lazily « after the app is ready ».
    isAsyncEncryptionAvailable: async () => {
      mustBeReady(world, "safeStorage cannot be used before app is ready");
      return settings.encryptionAvailable;
    },
    encryptString: seal,
    decryptString: unseal,
    encryptStringAsync: async (plain: string) => seal(plain),
    decryptStringAsync: async (sealed: Buffer) => ({ result: unseal(sealed), shouldReEncrypt: false }),
  };
  return loud(
    "safeStorage",
    settings.platform === "linux"
      ? {
          ...storage,
          setUsePlainTextEncryption: () => {},
          getSelectedStorageBackend: () => (world.ready ? settings.storageBackend : "unknown"),
        }
      : storage,
  );
};

/** `shell` (docs/api/shell.md): what would have been opened outside. */
export const createShell = (world: World) =>
  loud("shell", {
    openExternal: async (url: string): Promise<void> => {
      if (!URL.canParse(url)) throw new Error("Invalid URL");
      world.seen.opened.push(url);
    },
    showItemInFolder: (path: string): void => {
      if (typeof path !== "string" || path === "")
        throw new TypeError("Error processing argument at index 0, conversion failure");
      world.seen.shownInFolder.push(path);
    },
    openPath: async (path: string): Promise<string> => {
      world.seen.openedPaths.push(path);
      return "";
    },
    beep: () => {},
    trashItem: async () => {},
  });

export const createNativeTheme = () =>
  loud(
    "nativeTheme",
    Object.assign(new StrictEmitter("nativeTheme", ["updated"]), {
      themeSource: "system",
      shouldUseDarkColors: false,
      shouldUseHighContrastColors: false,
      shouldUseInvertedColorScheme: false,
      prefersReducedTransparency: false,
    }),
  );

/** nativeImage, as far as a taskbar overlay or a window’s icon needs it. */
export const createNativeImage = () => {
  const image = (bytes: number) =>
    loud("NativeImage", {
      isEmpty: () => bytes === 0,
      getSize: () => ({ width: 16, height: 16 }),
      toPNG: () => Buffer.alloc(bytes),
      setTemplateImage: () => {},
    });
  return loud("nativeImage", {
    createEmpty: () => image(0),
    createFromPath: (path: string) => image(path.length),
    createFromBuffer: (bytes: Buffer) => image(bytes.length),
    // shell/common/api/electron_api_native_image.cc: the size is asked, and the bytes must fill it.
    createFromBitmap: (bytes: Buffer, { width, height }: { width: number; height: number }) => {
      if (!width) throw new Error("width is required");
      if (!height) throw new Error("height is required");
      if (bytes.length < width * height * 4) throw new Error("invalid buffer size");
      return image(bytes.length);
    },
    createFromDataURL: (url: string) => image(url.length),
  });
};
