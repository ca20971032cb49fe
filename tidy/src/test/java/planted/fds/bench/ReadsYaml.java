package planted.fds.bench;

import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Planted: measures with a library that is not its own. */
public final class ReadsYaml
{
    Load reader()
    {
        return new Load(LoadSettings.builder().build());
    }
}
