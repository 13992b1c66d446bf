package io.graceway.shape;

import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import org.springframework.asm.ClassReader;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.FieldVisitor;
import org.springframework.asm.Handle;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.Opcodes;
import org.springframework.asm.Type;

/** A reference from one class to another's member; an empty member means the class itself. */
record Link(String owner, String member, String descriptor) implements Comparable<Link> {

    private static final String CAMEL = "org/apache/camel/";

    @Override
    public int compareTo(Link other) {
        return Comparator.comparing(Link::toString).compare(this, other);
    }

    @Override
    public String toString() {
        return member.isEmpty() ? owner : owner + "." + member + descriptor;
    }

    /** Every reference of a class to one of Camel's. */
    static Set<Link> of(ClassReader reader) {
        Set<Link> links = new HashSet<>();
        type(reader.getSuperName(), links);
        for (String one : reader.getInterfaces()) {
            type(one, links);
        }
        reader.accept(new References(links), ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return links;
    }

    static boolean declares(ClassReader reader, Link link) {
        boolean[] found = new boolean[1];
        reader.accept(new ClassVisitor(Opcodes.ASM9) {

            @Override
            public MethodVisitor visitMethod(int access, String name, String descriptor, String signature,
                    String[] thrown) {
                found[0] |= name.equals(link.member) && descriptor.equals(link.descriptor);
                return null;
            }

            @Override
            public FieldVisitor visitField(int access, String name, String descriptor, String signature, Object value) {
                found[0] |= name.equals(link.member) && descriptor.equals(link.descriptor);
                return null;
            }
        }, ClassReader.SKIP_CODE);
        return found[0];
    }

    private static void type(String name, Set<Link> into) {
        if (name != null && name.startsWith(CAMEL)) {
            into.add(new Link(name, "", ""));
        }
    }

    private static void types(String descriptor, Set<Link> into) {
        Type type = Type.getType(descriptor);
        if (type.getSort() == Type.METHOD) {
            for (Type one : type.getArgumentTypes()) {
                types(one.getDescriptor(), into);
            }
            types(type.getReturnType().getDescriptor(), into);
        } else if (type.getSort() == Type.ARRAY) {
            types(type.getElementType().getDescriptor(), into);
        } else if (type.getSort() == Type.OBJECT) {
            type(type.getInternalName(), into);
        }
    }

    private static void member(String owner, String name, String descriptor, Set<Link> into) {
        types(descriptor, into);
        if (owner.startsWith(CAMEL)) {
            type(owner, into);
            into.add(new Link(owner, name, descriptor));
        }
    }

    private static final class References extends ClassVisitor {

        private final Set<Link> links;

        References(Set<Link> links) {
            super(Opcodes.ASM9);
            this.links = links;
        }

        @Override
        public FieldVisitor visitField(int access, String name, String descriptor, String signature, Object value) {
            types(descriptor, links);
            return null;
        }

        @Override
        public MethodVisitor visitMethod(int access, String name, String descriptor, String signature,
                String[] thrown) {
            types(descriptor, links);
            return new MethodVisitor(Opcodes.ASM9) {

                @Override
                public void visitTypeInsn(int opcode, String type) {
                    types(Type.getObjectType(type).getDescriptor(), links);
                }

                @Override
                public void visitFieldInsn(int opcode, String owner, String field, String type) {
                    member(owner, field, type, links);
                }

                @Override
                public void visitMethodInsn(int opcode, String owner, String method, String type, boolean isInterface) {
                    member(owner, method, type, links);
                }

                @Override
                public void visitInvokeDynamicInsn(String dynamic, String type, Handle bootstrap, Object... arguments) {
                    types(type, links);
                    for (Object one : arguments) {
                        if (one instanceof Handle handle) {
                            member(handle.getOwner(), handle.getName(), handle.getDesc(), links);
                        } else if (one instanceof Type some) {
                            types(some.getDescriptor(), links);
                        }
                    }
                }

                @Override
                public void visitLdcInsn(Object value) {
                    if (value instanceof Type some) {
                        types(some.getDescriptor(), links);
                    }
                }
            };
        }
    }
}
