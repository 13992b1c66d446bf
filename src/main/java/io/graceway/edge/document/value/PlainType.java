package io.graceway.edge.document.value;

/** Text, whole numbers and truth values. */
public enum PlainType implements ValueType {
    TEXT(Meaning.TEXT) {
        @Override
        public Object read(String wire, String currency) {
            return wire;
        }

        @Override
        public String write(Object value, String currency) throws Misfit {
            if (!(value instanceof String text)) {
                throw ValueType.wrongType(Meaning.TEXT);
            }
            return text;
        }
    },
    INTEGER(Meaning.INTEGER) {
        @Override
        public Object read(String wire, String currency) throws Misfit {
            int first = wire.startsWith("-") ? 1 : 0;
            if (wire.length() == first || wire.length() > 18 + first || !Decimals.isDigits(wire, first,
                    wire.length())) {
                throw new Misfit("GW-DOC-006", "this is not a whole number of at most 18 digits");
            }
            return Long.valueOf(wire);
        }

        @Override
        public String write(Object value, String currency) throws Misfit {
            if (value instanceof Long || value instanceof Integer) {
                return value.toString();
            }
            throw ValueType.wrongType(Meaning.INTEGER);
        }
    },
    BOOLEAN(Meaning.BOOLEAN) {
        @Override
        public Object read(String wire, String currency) throws Misfit {
            return switch (wire) {
                case "true" -> true;
                case "false" -> false;
                default -> throw new Misfit("GW-DOC-009", "this is neither true nor false");
            };
        }

        @Override
        public String write(Object value, String currency) throws Misfit {
            if (value instanceof Boolean) {
                return value.toString();
            }
            throw ValueType.wrongType(Meaning.BOOLEAN);
        }
    };

    private final Meaning meaning;

    PlainType(Meaning meaning) {
        this.meaning = meaning;
    }

    @Override
    public Meaning meaning() {
        return meaning;
    }
}
