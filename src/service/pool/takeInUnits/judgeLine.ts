import type { Model } from "../../../catalogue/index.ts";
import type { SpareUnit } from "../spareUnit.ts";

/** What is known of a line that tells of a unit. */
export interface LineFacts {
  readonly serial: string;
  readonly model: Model | undefined;
  /** Whether the serial may be one of the model. */
  readonly fits: boolean;
  readonly centreIsKnown: boolean;
  /** A device wears the serial, or did. */
  readonly isWorn: boolean;
  readonly inPool: SpareUnit | undefined;
  /** Told by an earlier line of the same file. */
  readonly isTwice: boolean;
}

/** Why a line is not taken in, by its field. */
export interface LineFault {
  readonly field: "serial" | "model" | "centre";
  readonly code: "unknown_model" | "model_differs" | "unknown_centre" | "serial_worn" | "told_twice";
  readonly says: string;
}

/** What becomes of a line: a unit, one that is here already, or what is wrong with it. Pure. */
export function judgeLine(facts: LineFacts): "taken" | "known" | LineFault {
  const { model, fits, centreIsKnown, isWorn, inPool, isTwice } = facts;
  if (model === undefined) {
    return fault("model", "unknown_model", "The catalogue has no such model.");
  }
  if (!fits) {
    return fault("serial", "model_differs", `Serials of ${model.name} do not look like this one.`);
  }
  if (!centreIsKnown) {
    return fault("centre", "unknown_centre", "There is no such centre.");
  }
  if (isTwice) {
    return fault("serial", "told_twice", "A line before this one has the same serial.");
  }
  if (inPool !== undefined) {
    return "known";
  }
  return isWorn
    ? fault("serial", "serial_worn", "A device wears this serial, or did. It cannot be given out.")
    : "taken";
}

function fault(field: LineFault["field"], code: LineFault["code"], says: string): LineFault {
  return { field, code, says };
}
