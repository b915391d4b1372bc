/** So much text is kept, in characters: a long brief; of what is read of it about forty times as many bytes. */
const MOST = 200_000;

/**
 * What was read of texts, kept by the text for as long as it is asked for now and then: of a brief that somebody types
 * in, all paragraphs but one are what they were.
 */
export class KeptReadings<T> {
  #recent = new Map<string, T>();
  #earlier = new Map<string, T>();
  #size = 0;

  /** @param key the text, with all else that its reading follows from */
  of(key: string, read: () => T): T {
    const recent = this.#recent.get(key);
    if (recent !== undefined) return recent;
    const value = this.#earlier.get(key) ?? read();
    if (this.#size > MOST) {
      this.#earlier = this.#recent;
      this.#recent = new Map();
      this.#size = 0;
    }
    this.#recent.set(key, value);
    this.#size += key.length;
    return value;
  }
}
