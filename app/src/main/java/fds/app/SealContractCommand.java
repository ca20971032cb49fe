package fds.app;

import java.nio.file.Path;
import java.util.concurrent.Callable;

import fds.app.prove.Anchors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes the contract that a chain's logs of roots come from. */
@Command(
    name = "seal-contract",
    mixinStandardHelpOptions = true,
    description = "Make the contract of 15 bytes that logs the roots which 'fds seal' sends to an Ethereum chain: a " +
        "transaction, once. Prints the anchor to give to 'fds seal' and 'fds verify'.")
public final class SealContractCommand implements Callable<Integer>
{
    @Parameters(paramLabel = "ethereum:URL", description = "JSON-RPC of a node of the chain.")
    private String node;

    @Option(names = "--ethereum-key", paramLabel = "FILE", required = true,
        description = "File with the private key that pays and sends: 64 hexadecimal digits.")
    private Path key;

    @Override
    public Integer call()
    {
        System.out.println("anchor=" + Anchors.createContract(node, key));
        return ExitCode.DONE;
    }
}
