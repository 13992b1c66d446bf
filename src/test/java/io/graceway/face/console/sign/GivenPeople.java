package io.graceway.face.console.sign;

/** A house in which somebody signs in. */
public final class GivenPeople {

    public static final String NAME = "anna";
    public static final String PASSWORD = "password";

    /** What the reference implementation prints: echo -n password | argon2 somesalt -id -t 2 -m 16 -p 1 -l 32. */
    private static final String HASH = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ"
            + "$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

    public static final String HOUSE = house(NAME + ": {password: '" + HASH + "', roles: [operator, auditor]}");

    /** The same person alone, who may also look after agencies. */
    public static final String WHOLE_HOUSE = house(NAME + ": {password: '" + HASH + "', roles: [operator, auditor, "
            + "administrator]}");

    private GivenPeople() {
    }

    /** Somebody who may ask and agree. */
    public static final String BOTH = "berta";

    /** One for each role, called as the role is, one called {@link #NAME} with two, and {@link #BOTH}. */
    public static String everyRole() {
        StringBuilder people = new StringBuilder(NAME + ": {password: '" + HASH + "', roles: [operator, auditor]}, "
                + BOTH + ": {password: '" + HASH + "', roles: [operator, approver]}");
        for (Role role : Role.values()) {
            String name = role.name().toLowerCase(java.util.Locale.ROOT);
            people.append(", ").append(name).append(": {password: '").append(HASH).append("', roles: [").append(name)
                    .append("]}");
        }
        return house(people.toString());
    }

    private static String house(String people) {
        return "console: {address: 127.0.0.1, port: 0, people: {" + people + "}}";
    }
}
