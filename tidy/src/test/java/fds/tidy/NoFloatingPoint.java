package fds.tidy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLConnection;
import java.util.BitSet;
import java.util.Set;
import java.util.TreeSet;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Looks for float and double in the byte code itself, so that a cast in the middle of an expression is seen too. */
final class NoFloatingPoint extends ArchCondition<JavaClass>
{
    private static final BitSet INSTRUCTIONS = instructions();

    NoFloatingPoint()
    {
        super("use neither float nor double in fields, signatures or arithmetic");
    }

    @Override
    public void check(final JavaClass type, final ConditionEvents events)
    {
        for (final String use : usesIn(type))
        {
            events.add(SimpleConditionEvent.violated(type, type.getName() + " uses floating point: " + use));
        }
    }

    private static Set<String> usesIn(final JavaClass type)
    {
        final Set<String> uses = new TreeSet<>();
        try
        {
            final URLConnection code = type.getSource().orElseThrow().getUri().toURL().openConnection();
            code.setUseCaches(false);
            try (InputStream bytes = code.getInputStream())
            {
                new ClassReader(bytes).accept(new Finder(uses), ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
            }
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException(e);
        }
        return uses;
    }

    private static boolean isFloating(final String descriptor)
    {
        // What is left when the names of classes are taken out: D and F are the two primitive types.
        final String primitives = descriptor.replaceAll("L[^;]*;", "");
        return primitives.indexOf('D') >= 0 || primitives.indexOf('F') >= 0 ||
            descriptor.contains("Ljava/lang/Double;") || descriptor.contains("Ljava/lang/Float;");
    }

    private static BitSet instructions()
    {
        final BitSet set = new BitSet();
        set.set(Opcodes.FCONST_0, Opcodes.DCONST_1 + 1);
        set.set(Opcodes.FALOAD, Opcodes.DALOAD + 1);
        set.set(Opcodes.FASTORE, Opcodes.DASTORE + 1);
        for (int add = Opcodes.IADD; add <= Opcodes.INEG; add += 4)
        {
            // Each operation comes in the order int, long, float, double.
            set.set(add + 2, add + 4);
        }
        set.set(Opcodes.I2F, Opcodes.I2D + 1);
        set.set(Opcodes.L2F, Opcodes.D2F + 1);
        set.set(Opcodes.FCMPL, Opcodes.DCMPG + 1);
        set.set(Opcodes.FRETURN, Opcodes.DRETURN + 1);
        return set;
    }

    private static final class Finder extends ClassVisitor
    {
        private final Set<String> uses;

        Finder(final Set<String> uses)
        {
            super(Opcodes.ASM9);
            this.uses = uses;
        }

        @Override
        public FieldVisitor visitField(
            final int access, final String name, final String descriptor, final String signature, final Object value)
        {
            if (isFloating(descriptor))
            {
                uses.add("field " + name);
            }
            return null;
        }

        @Override
        public MethodVisitor visitMethod(
            final int access,
            final String name,
            final String descriptor,
            final String signature,
            final String[] exceptions)
        {
            if (isFloating(descriptor))
            {
                uses.add("signature of " + name);
            }
            return new MethodVisitor(Opcodes.ASM9)
            {
                @Override
                public void visitInsn(final int opcode)
                {
                    if (INSTRUCTIONS.get(opcode))
                    {
                        uses.add("arithmetic in " + name);
                    }
                }

                @Override
                public void visitMethodInsn(
                    final int opcode,
                    final String owner,
                    final String called,
                    final String calledDescriptor,
                    final boolean isInterface)
                {
                    if (isFloating(calledDescriptor))
                    {
                        uses.add("call of " + owner.replace('/', '.') + "." + called + " in " + name);
                    }
                }
            };
        }
    }
}
