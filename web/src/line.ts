/** A line of a network file, or the properties of a relation: whatever JSON holds. */
export type Line = Record<string, unknown>
