package fds.app.explain;

import java.util.Locale;

import fds.app.UsageException;

/** Languages an alert is explained in. */
public enum Language
{
    /** English. */
    EN,
    /** Korean. */
    KO;

    /**
     * A language by its code.
     *
     * @param code as given.
     * @return the language.
     * @throws UsageException when it is none of them.
     */
    public static Language parse(final String code)
    {
        for (final Language language : values())
        {
            if (language.code().equals(code))
            {
                return language;
            }
        }
        throw new UsageException("--lang is '" + code + "': must be en or ko");
    }

    /** As documents name it. */
    String code()
    {
        return name().toLowerCase(Locale.ROOT);
    }
}
