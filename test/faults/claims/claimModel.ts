/** What can be done, to which of the devices; what a command needs beside it is told by the model. */
export const kinds = [
  ...(["report", "intake", "inspect", "choosePlan", "choosePaid", "chooseReturn", "pay", "reserve"] as const),
  ...(["replaceAside", "replaceFree", "replaceNew", "replaceWorn", "replaceTaken", "reverse"] as const),
  ...(["ship", "close", "cancel", "takeIn", "serve"] as const),
  /** Whatever leads the case on. */
  "next",
] as const;
export type Kind = (typeof kinds)[number];

/** One command: what, and to which device. */
export interface Command {
  readonly kind: Kind;
  readonly device: number;
}

export type State =
  | "none"
  | "reported"
  | "received"
  | "inspected"
  | "chosen"
  | "paid"
  | "replaced"
  | "shipped"
  | "closed"
  | "cancelled";

/** A device, its newest case, the uses of its plan, and what is set aside for it. */
export interface DeviceModel {
  serial: string;
  state: State;
  route: "plan" | "paid" | "return" | undefined;
  free: number;
  reserved: number;
  used: number;
  aside: string | undefined;
  /** The unit that was given and has not left: it is worn once it has. */
  given: string | undefined;
}

/** All that there is: devices, and the units that can be given, the one that came first at first. */
export interface World {
  readonly devices: readonly DeviceModel[];
  readonly free: string[];
  /** Units whose grade is known: the others are given by hand alone. */
  readonly graded: Set<string>;
}

const reservable = ({ free, graded }: World): readonly string[] => free.filter((one) => graded.has(one));

/** What a command is expected to come to; `serial` is the unit it is about. */
export interface Expected {
  readonly isTaken: boolean;
  readonly serial?: string | undefined;
  /** How many devices have a unit set aside by it; which one is the pool's to say. */
  readonly names?: number;
  /** Changes the model as the command changes the world. */
  readonly apply: () => void;
}

const no: Expected = { isTaken: false, apply: () => undefined };

const OPEN: ReadonlySet<State> = new Set(["none", "closed", "cancelled"]);

const AHEAD: Readonly<Record<State, Kind>> = {
  none: "report",
  reported: "intake",
  received: "inspect",
  inspected: "choosePlan",
  chosen: "pay",
  paid: "ship",
  replaced: "ship",
  shipped: "close",
  closed: "report",
  cancelled: "report",
};

/** The step that leads a case on. */
export function stepAhead(world: World, device: number): Kind {
  const one = world.devices[device];
  if (one === undefined || !waits(one)) {
    return AHEAD[one?.state ?? "none"];
  }
  if (one.aside !== undefined) {
    return "replaceAside";
  }
  return reservable(world).length > 0 ? "reserve" : "replaceNew";
}

/** What the model says to a command now. Undefined: there is nothing to try it with. */
export function expected(world: World, { kind, device }: Command, fresh: () => string): Expected | undefined {
  const one = world.devices[device];
  if (one === undefined) {
    return undefined;
  }
  const step = steps[kind];
  return step === undefined ? unitStep(world, one, kind, fresh) : step(one, world);
}

function move(one: DeviceModel, from: readonly State[], apply: () => void): Expected {
  return from.includes(one.state) ? { isTaken: true, apply } : no;
}

/** The uses that a case holds are free again. */
function giveBack(one: DeviceModel): void {
  one.free += one.reserved;
  one.reserved = 0;
}

function choose(one: DeviceModel, route: NonNullable<DeviceModel["route"]>): Expected {
  return move(one, ["inspected"], () => {
    one.route = route;
    one.state = route === "return" ? "paid" : "chosen";
    if (route !== "plan") {
      giveBack(one);
    }
  });
}

type Step = (one: DeviceModel, world: World) => Expected | undefined;

const steps: Readonly<Partial<Record<Kind, Step>>> = {
  report: (one) => {
    if (one.free + one.reserved === 0) {
      return undefined;
    }
    return move(one, [...OPEN], () => {
      Object.assign(one, { state: "reported", route: undefined, given: undefined, aside: undefined });
      one.free -= 1;
      one.reserved += 1;
    });
  },
  intake: (one) => move(one, ["reported", "received"], () => Object.assign(one, { state: "received" })),
  inspect: (one) => move(one, ["received", "inspected"], () => Object.assign(one, { state: "inspected" })),
  choosePlan: (one) => choose(one, "plan"),
  choosePaid: (one) => choose(one, "paid"),
  chooseReturn: (one) => choose(one, "return"),
  pay: (one) => move(one, ["chosen"], () => Object.assign(one, { state: "paid" })),
  close: (one) => move(one, ["shipped"], () => Object.assign(one, { state: "closed" })),
  ship: (one) => {
    const from: State = one.route === "plan" ? "replaced" : "paid";
    return move(one, [from], () => {
      one.used += one.reserved;
      one.serial = one.given ?? one.serial;
      Object.assign(one, { state: "shipped", reserved: 0, aside: undefined, given: undefined });
    });
  },
  cancel: (one) =>
    move(one, ["reported", "received", "inspected", "chosen"], () => {
      const isHere = one.state !== "reported";
      giveBack(one);
      Object.assign(one, { state: isHere ? "paid" : "cancelled", route: isHere ? "return" : undefined });
    }),
  reverse: (one, world) =>
    move(one, ["replaced"], () => {
      world.free.push(one.given ?? "");
      Object.assign(one, { state: "paid", given: undefined, aside: undefined });
    }),
};

const waits = ({ state, route }: DeviceModel): boolean => state === "paid" && route === "plan";

/** What concerns units: setting one aside, giving one, taking one in. */
function unitStep(world: World, one: DeviceModel, kind: Kind, fresh: () => string): Expected | undefined {
  const { free, devices } = world;
  switch (kind) {
    case "takeIn": {
      const serial = fresh();
      const apply = (): void => {
        free.push(serial);
        world.graded.add(serial);
      };
      return { isTaken: true, serial, apply };
    }
    case "reserve": {
      const isNamed = one.aside === undefined;
      const isTaken = waits(one) && (!isNamed || reservable(world).length > 0);
      return isTaken ? { isTaken, names: isNamed ? 1 : 0, apply: () => undefined } : no;
    }
    case "serve": {
      const wanting = devices.filter((each) => waits(each) && each.aside === undefined).length;
      return { isTaken: true, names: Math.min(wanting, reservable(world).length), apply: () => undefined };
    }
    case "replaceAside":
      return one.aside === undefined ? undefined : give(world, one, one.aside);
    case "replaceFree":
      return free[0] === undefined ? undefined : give(world, one, free[0]);
    case "replaceNew":
      return give(world, one, fresh());
    case "replaceWorn":
      return { ...no, serial: one.serial };
    default: {
      const taken = devices.find((each) => each !== one && each.aside !== undefined)?.aside;
      return taken === undefined ? undefined : { ...no, serial: taken };
    }
  }
}

/** The pool has set this unit aside for a device: it must have been free, and the device waiting. */
export function named(world: World, one: DeviceModel, serial: string): boolean {
  const at = world.graded.has(serial) ? world.free.indexOf(serial) : -1;
  if (!waits(one) || one.aside !== undefined || at < 0) {
    return false;
  }
  world.free.splice(at, 1);
  one.aside = serial;
  return true;
}

function give(world: World, one: DeviceModel, serial: string): Expected {
  if (!waits(one)) {
    return { ...no, serial };
  }
  const apply = (): void => {
    const at = world.free.indexOf(serial);
    if (at >= 0) {
      world.free.splice(at, 1);
    }
    if (one.aside !== undefined && one.aside !== serial) {
      world.free.push(one.aside);
    }
    Object.assign(one, { given: serial, state: "replaced", aside: undefined });
  };
  return { isTaken: true, serial, apply };
}
