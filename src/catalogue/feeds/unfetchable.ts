/** A feed's file could not be had, and why, in a sentence for whoever keeps the feed. */
export class Unfetchable extends Error {
  constructor(says: string) {
    super(says);
    this.name = "Unfetchable";
  }
}
