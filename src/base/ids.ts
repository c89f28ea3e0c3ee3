/** A new UUID v4, lower case (RFC 9562 §5.4). */
export const newId = (): string => crypto.randomUUID();

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether a text is a UUID written in the usual 8-4-4-4-12 form, any version. */
export const isUuid = (text: string): boolean => UUID.test(text);
